"""The `toml` crate, with which Zola reads front matter, through rtoml: TOML alone, no generator."""

import rtoml
from answers import answer, typed, versions


def one(text):
    _, block, body = text.split("+++\n", 2)
    data = rtoml.loads(block)
    return {"title": typed(data.get("title")), "data": typed(data), "body": body}


answer(versions("rtoml"), one)
