"""The engines in force: the built-in coach, or a chat model that can be chosen while it runs."""

from secondround.critique.star import Tagger
from secondround.engines.builtin_critic import BuiltInCritic
from secondround.engines.builtin_interviewer import BuiltInInterviewer
from secondround.engines.unavailable import Unavailable
from secondround.errors import EngineError
from secondround.ports import Clock, Critic, Interviewer, Reader
from secondround.settings import Settings


class Switch:
    """Answers to `ports.Engines`; the choice holds for this run and is written nowhere."""

    def __init__(self, settings: Settings, tagger: Tagger, clock: Clock) -> None:
        self._clock = clock
        self._tagger = tagger
        self._built_in = BuiltInInterviewer()
        self._built_in_critic = BuiltInCritic(tagger, clock)
        self.settings = settings
        self._model: tuple[Interviewer, Critic, Reader] | None = None

    @property
    def name(self) -> str:
        """The model's name, or `built-in`."""
        return self.settings.model or "built-in"

    @property
    def interviewer(self) -> Interviewer:
        """Who words the moves."""
        return self._with_model()[0] if self.settings.model else self._built_in

    @property
    def critic(self) -> Critic:
        """Who judges the answers."""
        return self._with_model()[1] if self.settings.model else self._built_in_critic

    @property
    def reader(self) -> Reader | None:
        """Who reads documents for the brief; None with the built-in coach alone."""
        return self._with_model()[2] if self.settings.model else None

    @property
    def fallback(self) -> Interviewer:
        """The built-in interviewer."""
        return self._built_in

    def use(self, settings: Settings) -> None:
        """Takes the model named in these settings from now on; none: the built-in coach."""
        self.settings, self._model = settings, None

    def check(self, settings: Settings | None = None) -> str:
        """A sentence on the model service, after a real call.

        Raises:
            EngineError: it does not answer as it should.
        """
        from secondround.engines.models import check

        return check(settings or self.settings)

    def warm(self) -> None:
        """Loads the model's client ahead of the first line; the network is not touched."""
        if self.settings.model:
            self._with_model()

    def _with_model(self) -> tuple[Interviewer, Critic, Reader]:
        if self._model is None:
            self._model = self._connect()
        return self._model

    def _connect(self) -> tuple[Interviewer, Critic, Reader]:
        """The model in its three parts; one that cannot be set up says why once it is needed."""
        from secondround.engines.model_critic import ModelCritic
        from secondround.engines.model_interviewer import ModelInterviewer
        from secondround.engines.model_reader import ModelReader
        from secondround.engines.models import chat_model

        name = self.settings.model
        try:
            model = chat_model(self.settings)
        except EngineError as error:
            absent = Unavailable(error, name, self._clock)
            return absent, absent, absent
        clock = self._clock
        return (
            ModelInterviewer(model, name),
            ModelCritic(model, name, clock, second=self._built_in_critic),
            ModelReader(model, name, clock),
        )
