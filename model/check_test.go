package model

import (
	"errors"
	"strings"
	"testing"
)

func TestCheckSpan(t *testing.T) {
	text := []rune("قُتل 37 عنصراً")
	for name, c := range map[string]struct {
		span Span
		want string
	}{
		"right":          {Span{Start: 5, End: 7, Text: "37"}, ""},
		"whole text":     {Span{Start: 0, End: len(text), Text: string(text)}, ""},
		"other words":    {Span{ID: "s", Start: 5, End: 7, Text: "73"}, "not the words"},
		"bytes":          {Span{ID: "s", Start: 9, End: 11, Text: "37"}, "not the words"},
		"empty":          {Span{ID: "s", Start: 3, End: 3}, "not inside"},
		"backwards":      {Span{ID: "s", Start: 7, End: 5}, "not inside"},
		"before":         {Span{ID: "s", Start: -1, End: 2}, "not inside"},
		"behind the end": {Span{ID: "s", Start: 5, End: len(text) + 1}, "not inside"},
	} {
		err := CheckSpan(c.span, text)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

func TestCodebookCheck(t *testing.T) {
	book := &Codebook{ID: "t", Version: 1, Lists: map[string][]Code{}}
	for list, key := range map[string]string{
		"count_kind": "killed", "link_type": "part_of", "actor_role": "victim", "location_role": "event_site", "certainty": "low", "relevance": "relevant",
	} {
		book.Lists[list] = []Code{{Key: key}}
	}
	for name, c := range map[string]struct {
		item  Item
		field string // refused; "" for none
	}{
		"empty":            {&Count{}, ""},
		"known":            {&Count{What: "killed", Head: Head{Certainty: "low"}, Links: []Link{{"part_of", "x"}}}, ""},
		"own field":        {&Count{What: "buried"}, "kind"},
		"list not there":   {&Tactic{Code: "siege"}, "code"},
		"head field":       {&Actor{Head: Head{Certainty: "sure"}}, "certainty"},
		"link":             {&Count{Links: []Link{{"part_of", "x"}, {"total_of", "y"}}}, "links"},
		"link of no type":  {&Count{Links: []Link{{"", "x"}}}, "links"},
		"member roles":     {&Event{Members: []Member{{"a", "victim"}, {"b", "event_site"}, {"c", ""}}}, ""},
		"unknown role":     {&Event{Members: []Member{{"a", "hero"}}}, "members"},
		"location role":    {&Location{Role: "victim"}, "role"},
		"text is not code": {&Date{Basis: "anything"}, ""},
	} {
		err := book.Check(c.item)
		var refused *FieldError
		if c.field == "" && err != nil || c.field != "" && (!errors.As(err, &refused) || refused.Field != c.field || refused.Reason != ReasonNoCode) {
			t.Errorf("%s: %v, want a refusal of %q", name, err, c.field)
		}
	}
	if err := book.CheckRecord(&Record{Relevance: "relevant", Note: "x"}); err != nil {
		t.Error(err)
	}
	if err := book.CheckRecord(&Record{Relevance: "so-so"}); err == nil {
		t.Error("a record's unknown code passes")
	}
}

func TestParseCodebook(t *testing.T) {
	for name, body := range map[string]string{
		"not JSON": `{`, "no id": `{"version":1}`, "id with @": `{"id":"a@b","version":1}`, "version 0": `{"id":"a"}`,
		"doubled key": `{"id":"a","version":1,"lists":{"l":[{"key":"x"},{"key":"x"}]}}`, "empty key": `{"id":"a","version":1,"lists":{"l":[{}]}}`,
	} {
		if _, err := ParseCodebook([]byte(body)); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
	c, err := ParseCodebook([]byte(`{"id":"a","version":2,"lists":{"l":[{"key":"x"},{"key":"y"}],"m":[{"key":"x"}]}}`))
	if err != nil || c.Ref() != "a@2" || len(c.List("l")) != 2 || c.List("n") != nil {
		t.Errorf("%+v, %v", c, err)
	}
}
