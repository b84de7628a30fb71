"""A model service on this machine that speaks OpenAI's protocol and does what a test tells it to.

In a test, script what each request gets; where the script has ended, `sensible` answers:

    with Service() as service:
        service.will(Reply(status=429), Reply("Why did you leave?"))
        model = chat_model(Settings(model="any", base_url=service.url))

As a process it answers everything by itself, so that the pages can be tried with a model:

    python tests/openai_server.py --port 8080
    SECONDROUND_MODEL=scripted SECONDROUND_BASE_URL=http://127.0.0.1:8080/v1 secondround
"""

import argparse
import asyncio
import base64
import hashlib
import json
import re
import socket
import struct
import threading
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

WIDTH = 32
"""Numbers in an embedding."""


@dataclass(frozen=True)
class Reply:
    """What one request gets."""

    text: str | None = ""
    """Text, or anything JSON can hold."""
    status: int = 200
    code: str | None = None
    """OpenAI's own name of an error."""
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    """Sent as it stands, instead of a reply."""
    refusal: str | None = None
    tool: tuple[str, dict[str, object]] | None = None
    """Name and arguments of a tool call."""
    choices: bool = True
    finish: str | None = "stop"
    """None: a stream that simply ends."""
    hang: bool = False
    """Nothing is ever sent."""
    stall_after: int | None = None
    """Nothing more is sent after so many pieces of a stream."""
    cut_after: int | None = None
    """The connection is dropped after so many pieces of a stream."""
    fail_after: int | None = None
    """An error event is sent after so many pieces of a stream."""
    pause: float = 0
    """Seconds between the pieces of a stream."""

    @classmethod
    def of(cls, value: object, **fields: object) -> "Reply":
        """A reply whose text is JSON."""
        return cls(json.dumps(value, ensure_ascii=False), **fields)


class Service:
    """The server; started by `with`, in a thread, on a free port."""

    def __init__(self) -> None:
        self.requests: list[dict] = []
        """Bodies of all requests so far."""
        self.headers: list[dict[str, str]] = []
        self._script: deque[Reply] = deque()
        self._ended = asyncio.Event()
        routes = {
            "/v1/chat/completions": self._chat,
            "/v1/embeddings": self._embed,
        }
        self.app = Starlette(
            routes=[Route(path, answer, methods=["POST"]) for path, answer in routes.items()]
        )

    def will(self, *replies: Reply) -> None:
        """Adds to the script."""
        self._script.extend(replies)

    def forget(self) -> None:
        """Ends what hangs, and forgets script and requests."""
        self._loop.call_soon_threadsafe(self._ended.set)
        self._ended = asyncio.Event()
        self._script.clear()
        self.requests.clear()
        self.headers.clear()

    @property
    def prompts(self) -> list[str]:
        """The messages of each chat request as one text."""
        return [
            "\n".join(message["content"] or "" for message in body["messages"])
            for body in self.requests
            if "messages" in body
        ]

    @property
    def url(self) -> str:
        """The base URL to give to a client."""
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}/v1"

    def __enter__(self) -> "Service":
        self._socket = socket.create_server(("127.0.0.1", 0))
        config = uvicorn.Config(
            self.app, log_level="critical", lifespan="off", timeout_graceful_shutdown=1
        )
        self._server = uvicorn.Server(config)
        started = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(started,), daemon=True)
        self._thread.start()
        started.wait(10)
        return self

    def _run(self, started: threading.Event) -> None:
        async def serve() -> None:
            self._loop = asyncio.get_running_loop()
            serving = asyncio.create_task(self._server.serve([self._socket]))
            while not self._server.started and not serving.done():
                await asyncio.sleep(0.002)
            started.set()
            await serving

        asyncio.run(serve())

    def __exit__(self, *_: object) -> None:
        self.forget()
        self._server.should_exit = True
        self._thread.join(10)
        self._socket.close()

    async def _next(self, request: Request) -> tuple[dict, Reply]:
        body = await request.json()
        self.requests.append(body)
        self.headers.append(dict(request.headers))
        reply = self._script.popleft() if self._script else sensible(body)
        if reply.hang:
            await self._ended.wait()
        return body, reply

    async def _chat(self, request: Request) -> Response:
        body, reply = await self._next(request)
        if reply.body is not None:
            return Response(reply.body, reply.status, reply.headers)
        if reply.status >= 400:
            error = {"message": f"scripted, with {request.headers.get('authorization')}"}
            content = {"error": {**error, "type": "scripted", "code": reply.code, "param": None}}
            return JSONResponse(content, reply.status, reply.headers)
        if body.get("stream"):
            return StreamingResponse(self._pieces(body, reply), media_type="text/event-stream")
        choice = {"index": 0, "message": _message(reply), "finish_reason": reply.finish}
        return JSONResponse(_envelope(body, "chat.completion", [choice] if reply.choices else []))

    async def _pieces(self, body: dict, reply: Reply) -> AsyncIterator[str]:
        yield _event(body, {"role": "assistant", "content": ""})
        for count, piece in enumerate(re.findall(r"\S+\s*|\s+", reply.text or "")):
            if count == reply.stall_after:
                await self._ended.wait()
            if count == reply.cut_after:
                raise ConnectionResetError("as scripted")  # the server drops the connection
            if count == reply.fail_after:
                yield 'data: {"error": {"message": "scripted", "type": "server_error"}}\n\n'
                return
            yield _event(body, {"content": piece})
            await asyncio.sleep(reply.pause)
        if reply.finish:
            yield _event(body, {}, reply.finish)
            yield "data: [DONE]\n\n"

    async def _embed(self, request: Request) -> Response:
        body, reply = await self._next(request)
        if reply.body is not None or reply.status >= 400:
            return Response(reply.body or b"{}", reply.status, media_type="application/json")
        as_text = body.get("encoding_format") == "base64"
        data = [
            {"object": "embedding", "index": i, "embedding": _vector(text, as_text)}
            for i, text in enumerate(body["input"])
        ]
        usage = {"prompt_tokens": 1, "total_tokens": 1}
        return JSONResponse(
            {"object": "list", "data": data, "model": body["model"], "usage": usage}
        )


def sensible(body: dict) -> Reply:
    """What a well-behaved model would send: the JSON asked for, or an interviewer's line."""
    messages = body.get("messages") or [{"content": ""}]
    wanted = messages[0]["content"] or ""
    asked = "\n".join(message["content"] or "" for message in messages)
    if '"quotes"' in wanted:
        return Reply.of(_findings(wanted, asked))
    if '"lines"' in wanted:
        return Reply.of({"lines": _noted(wanted, asked)})
    if '"stronger"' in wanted:
        return Reply.of({name: _block(name, asked) for name in ("good", "fix", "stronger")})
    return Reply(_line(asked))


def _findings(wanted: str, asked: str) -> dict:
    """The answer's sentences, dealt out to the criteria that make an element count, in order."""
    names = re.findall(r'"(\w+)": \[\]', wanted)
    sentences = re.findall(r"[^.!?]+[.!?]?", " ".join(re.findall(_tagged("answer"), asked, re.S)))
    quotes = {name: [] for name in names if name != "also"}
    told = [name for name in quotes if name.endswith(("_event", "_own", "_concrete", "_outcome"))]
    for place, sentence in enumerate(s.strip() for s in sentences if s.strip()):
        name = (told or list(quotes))[place % len(told or quotes)] if quotes else None
        if name and len(quotes[name]) < 3:
            quotes[name].append(sentence)
    story = any(quotes.values())
    return {"quotes": quotes, "response_type": "story" if story else "none", "also": []}


def _noted(wanted: str, asked: str) -> list[dict]:
    """The last sentence of each passage, as a line on the first topic that was asked for."""
    topic = re.findall(r"^   - (\w+):", wanted, re.M)[0]
    passages = re.findall(_tagged("passage"), asked, re.S)
    lasts = [re.findall(r"[^.!?\n]+[.!?]?", passage)[-1].strip(" -") for passage in passages]
    about = {"topic": topic, "aspect": "other", "about": ""}
    return [
        {**about, "quote": last, "passage": number, "text": last}
        for number, last in enumerate(lasts, start=1)
    ]


LINES = {
    "greet the candidate": "Good morning. I would like to hear how you work.",
    "Close the talk": "That is all from my side. Goodbye.",
    "Invite the candidate": "What would you like to ask me?",
    "Answer the candidate": "I cannot speak to that.",
    "Offer a way in": "Something smaller would do just as well.",
    "has claimed this": "What do you mean by that?",
    "Follow up": "How exactly did that go?",
}
"""What to say where the prompt has these words."""


def _line(asked: str) -> str:
    doing = asked.rpartition("What you do now:")[2]
    fitting = (line for words, line in LINES.items() if words in doing)
    return next(fitting, _block("question", asked) or "ready")


def _block(label: str, text: str) -> str:
    found = re.findall(_tagged(label), text, re.S)
    return found[-1].strip() if found else ""


def _tagged(label: str) -> str:
    return rf"<{label}>\n(.*?)\n</{label}>"


def _message(reply: Reply) -> dict:
    message = {"role": "assistant", "content": reply.text, "refusal": reply.refusal}
    if reply.tool:
        name, arguments = reply.tool
        function = {"name": name, "arguments": json.dumps(arguments)}
        message["tool_calls"] = [{"id": "call_1", "type": "function", "function": function}]
    return message


def _event(body: dict, delta: dict, finish: str | None = None) -> str:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return f"data: {json.dumps(_envelope(body, 'chat.completion.chunk', [choice]))}\n\n"


def _envelope(body: dict, kind: str, choices: list[dict]) -> dict:
    return {
        "id": "chatcmpl-1",
        "object": kind,
        "created": 0,
        "model": body.get("model", ""),
        "choices": choices,
    }


def _vector(text: str, as_text: bool) -> list[float] | str:
    """Not of length 1, the same for the same text, and near for texts that share words."""
    numbers = [0.01] * WIDTH
    for word in re.findall(r"\w+", text.lower()):
        numbers[hashlib.sha256(word.encode()).digest()[0] % WIDTH] += 1
    packed = base64.b64encode(struct.pack(f"<{WIDTH}f", *numbers)).decode()
    return packed if as_text else numbers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--port", type=int, default=8080)
    port = parser.parse_args().port
    uvicorn.run(Service().app, host="127.0.0.1", port=port, lifespan="off", log_level="warning")


if __name__ == "__main__":
    main()
