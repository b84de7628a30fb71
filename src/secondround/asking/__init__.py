"""Says how good the candidate's own questions are, and which ones would be worth asking."""
