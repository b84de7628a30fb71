"""Says in one sentence why a model service did not deliver, and never repeats what it sent.

A service may echo the key or the candidate's words in an error, so its own text is not shown.
"""

from http import HTTPStatus

from secondround.errors import EngineError, EngineNonsense, EngineUnavailable

_BY_STATUS = {
    HTTPStatus.UNAUTHORIZED: "refused the key. Check OPENAI_API_KEY, or enter it under Settings.",
    HTTPStatus.PAYMENT_REQUIRED: "wants to be paid first. Look at your account there.",
    HTTPStatus.FORBIDDEN: "does not let this key use the model. Look at your account there.",
    HTTPStatus.NOT_FOUND: "was not found. Check the model’s name, and the address if you gave one.",
    HTTPStatus.REQUEST_TIMEOUT: "did not answer in time. Try again in a moment.",
    HTTPStatus.TOO_MANY_REQUESTS: "takes no more requests for now. Try again in a minute.",
}
_NO_CREDIT = "is out of credit on this account. Look at your account there."
_TOO_LONG = "cannot take in a text this long. Choose a model with a larger context."
_LATE = "did not answer in time. Try again, or set SECONDROUND_TIMEOUT higher."
_AWAY = "cannot be reached. Check the address, the network, and that the service is running."
_BROKE_OFF = "broke off in the middle of its reply. Try again."
_FAILED = "has trouble of its own at the moment. Try again in a minute."
_NO_REPLY = "answered with something that is no reply of a model. Check the address."
_CUT_OFF = "was cut off before the end of its reply."


def explained(error: Exception, who: str, *, begun: bool = False) -> EngineError:
    """Our error for what a client library raised; `begun` once a part of the reply was there."""
    if isinstance(error, EngineError):
        return error
    if _is(error, "LengthFinishReasonError"):
        return EngineNonsense(f"{who} {_CUT_OFF}")
    reason = _reason(error, begun)
    return EngineUnavailable(f"{who} {reason}") if reason else EngineNonsense(f"{who} {_NO_REPLY}")


def _reason(error: Exception, begun: bool) -> str:
    status, code = getattr(error, "status_code", None), getattr(error, "code", None)
    if code == "insufficient_quota":
        return _NO_CREDIT
    if code == "context_length_exceeded" or _is(error, "ContextOverflowError"):
        return _TOO_LONG
    if status in _BY_STATUS:
        return _BY_STATUS[HTTPStatus(status)]
    if status and status < HTTPStatus.INTERNAL_SERVER_ERROR:
        return f"refused the request (HTTP {status}). Check the model’s name and the address."
    if _is(error, "TimeoutError", "APITimeoutError", "ModelTimeoutError", "TimeoutException"):
        return _LATE
    if _is(error, "OSError", "APIConnectionError", "ModelConnectionError", "TransportError"):
        return _BROKE_OFF if begun else _AWAY
    return _FAILED if _is(error, "OpenAIError", "ModelError") else ""


def _is(error: Exception, *names: str) -> bool:
    """Whether it is one of these; by name, since each provider's client has classes of its own."""
    return any(kind.__name__ in names for kind in type(error).__mro__)
