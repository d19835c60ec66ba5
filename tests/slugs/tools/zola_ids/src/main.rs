//! Gives headings the ids that Zola does, with the crates it uses.
//!
//! Zola itself is not in a package registry. Its order is followed: explicit ids are taken before
//! all others, then duplicates are numbered.

use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::{json, Value};
use std::{env, fs};

fn answer(text: &str) -> Value {
    let mut options = Options::empty();
    options.insert(Options::ENABLE_TABLES);
    options.insert(Options::ENABLE_FOOTNOTES);
    options.insert(Options::ENABLE_STRIKETHROUGH);
    options.insert(Options::ENABLE_TASKLISTS);
    options.insert(Options::ENABLE_HEADING_ATTRIBUTES);
    let mut headings: Vec<(Option<String>, String)> = Vec::new();
    let mut inside = false;
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(Tag::Heading(_, id, _)) => {
                inside = true;
                headings.push((id.map(str::to_owned), String::new()));
            }
            Event::End(Tag::Heading(..)) => inside = false,
            Event::Text(part) | Event::Code(part) if inside => {
                headings.last_mut().unwrap().1.push_str(&part)
            }
            _ => (),
        }
    }
    let mut taken: Vec<String> = headings.iter().filter_map(|each| each.0.clone()).collect();
    let mut ids = Vec::new();
    for (explicit, title) in headings {
        let id = explicit.unwrap_or_else(|| {
            let slug = slug::slugify(&title);
            let numbered = (1..).map(|number| format!("{slug}-{number}"));
            std::iter::once(slug.clone())
                .chain(numbered)
                .find(|each| !taken.contains(each))
                .unwrap()
        });
        taken.push(id.clone());
        ids.push(id);
    }
    json!({ "ids": ids })
}

fn main() {
    let asked: Vec<Value> =
        serde_json::from_str(&fs::read_to_string(env::var("GENERATORS_INPUTS").unwrap()).unwrap()).unwrap();
    let answers: Vec<Value> = asked.iter().map(|each| answer(each["text"].as_str().unwrap())).collect();
    let found = json!({ "versions": { "slug": "0.1.4", "pulldown-cmark": "0.9.2" }, "answers": answers });
    fs::write(env::var("GENERATORS_ANSWERS").unwrap(), found.to_string()).unwrap();
}
