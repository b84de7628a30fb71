"""`python -m secondround`."""

from secondround.cli.main import main

main()
