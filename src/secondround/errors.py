"""Every error the product raises on purpose; each message is a sentence for a person.

SecondRoundError
├── SetupError            something on this computer is missing: folder, port, asset, setting
├── DocumentError         a document that cannot be read: says why and what to do
├── BriefError            a line of the brief that cannot be taken: empty, too long, there already
├── Cancelled             the person stopped it; nothing of it is left
├── NotFound              no dossier, document, interview or critique with that id or name
├── Conflict              the interview went on elsewhere; reload and continue there
├── AnswerError           an answer that cannot be taken: empty, far too long
└── EngineError           the model service did not deliver
    ├── EngineUnavailable     unreachable, overloaded, refused the key or the model
    └── EngineNonsense        it replied, but with nothing that could be used
"""


class SecondRoundError(Exception):
    """Base of all: `str(error)` may be shown to a person as it stands."""


class SetupError(SecondRoundError):
    """Something on this computer is missing or unusable."""


class DocumentError(SecondRoundError):
    """A document that cannot be read."""


class BriefError(SecondRoundError):
    """A line of the brief that cannot be taken as it is."""


class Cancelled(SecondRoundError):
    """The person stopped it; nothing of it is left."""


class NotFound(SecondRoundError):
    """Nothing is stored under that id or name."""


class Conflict(SecondRoundError):
    """The interview was continued elsewhere since it was read."""


class AnswerError(SecondRoundError):
    """An answer that cannot be taken as it is."""


class EngineError(SecondRoundError):
    """The model service did not deliver; the reason is in the message."""


class EngineUnavailable(EngineError):
    """Unreachable, overloaded, or it refused the key or the model."""


class EngineNonsense(EngineError):
    """It replied, but with nothing that could be used."""
