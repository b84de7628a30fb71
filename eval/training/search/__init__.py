"""Fine-tunes the packaged sentence model for finding passages: needs PyTorch, see __main__.py."""
