package model

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// MaxGuidelines is the greatest length of a project's guidelines in one
// language, in code points.
const MaxGuidelines = 50_000

// keyGuidelines is their key in the Extra of a project, and so in files.
const keyGuidelines = "guidelines"

// Guidelines returns what the supervisor wrote for those who annotate, in each
// language: plain text, paragraphs with an empty line between them, headings
// behind "# ". Both are empty where nothing was written.
func (p *Project) Guidelines() Names {
	var texts Names
	if raw := p.Extra.value(keyGuidelines); raw == nil || json.Unmarshal(raw, &texts) != nil {
		return Names{}
	}
	return texts
}

// SetGuidelines replaces them; empty texts take them away. It reports whether
// they are of the right form: UTF-8 of at most MaxGuidelines code points each,
// without NUL. Others are not taken.
func (p *Project) SetGuidelines(texts Names) bool {
	for _, text := range []string{texts.Ar, texts.En} {
		if !utf8.ValidString(text) || strings.ContainsRune(text, 0) || utf8.RuneCountInString(text) > MaxGuidelines {
			return false
		}
	}
	if texts == (Names{}) {
		p.Extra = p.Extra.with(keyGuidelines, nil)
		return true
	}
	p.Extra = p.Extra.with(keyGuidelines, texts)
	return true
}
