"""`python -m contentlint`."""

from contentlint.cli import program

if __name__ == "__main__":
    program()
