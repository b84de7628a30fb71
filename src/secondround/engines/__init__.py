"""Word the moves and judge the answers: the built-in coach, or a chat model."""
