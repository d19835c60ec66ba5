"""Base models for schemas: the usual fields of articles, and keys in any case."""

from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from contentlint.fields import (
    Authors,
    Categories,
    Flag,
    Image,
    Language,
    Tags,
    Text,
)

__all__ = ["AnyCase", "Usual"]


class AnyCase(BaseModel):
    """A model with case-insensitive keys: `Title` and `lastMod` are accepted as well."""

    @model_validator(mode="before")
    @classmethod
    def _keys_in_any_case(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        names = lower_names(cls)
        known = {names[low]: value for key, value in data.items() if (low := key.lower()) in names}
        return known | data


@cache
def lower_names(model: type[BaseModel]) -> dict[str, str]:
    """The keys of a model by their lower-case form."""
    fields = model.model_fields.items()
    names = [name if field.alias is None else field.alias for name, field in fields]
    return {name.lower(): name for name in names}


class Usual(BaseModel):
    """The usual fields of an article, for any generator; other keys are allowed."""

    model_config = ConfigDict(extra="allow")

    description: Text | None = Field(None, description="summary for search results")
    author: Authors | None = Field(None, description="author")
    authors: Authors | None = Field(None, description="authors")
    categories: Categories | None = Field(None, description="categories")
    tags: Tags | None = Field(None, description="tags")
    slug: Text | None = Field(None, description="last part of its URL")
    image: Image = Field(None, description="image that represents it")
    cover: Image = Field(None, description="image at the top")
    thumbnail: Image = Field(None, description="small image in lists")
    banner: Image = Field(None, description="wide image at the top")
    headimg: Image = Field(None, description="image at the top")
    featured_image: Image = Field(None, description="image that represents it")
    lang: Language | None = Field(None, description="language of the text")
    draft: Flag | None = Field(None, description="whether it is a draft")
    comments: Any = Field(None, description="whether readers may comment")
