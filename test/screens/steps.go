package main

import (
	"bytes"

	"hashiya/model"
	"hashiya/test/desktop"
)

// step is something done in the window, up to where it shows that it is done.
type step func(*stage)

// shown does something and waits until the window shows something else and rests.
func shown(what string, do func(*stage)) step {
	return func(t *stage) {
		before := t.p.Frame()
		do(t)
		t.p.Rest(what, before)
	}
}

// still waits until the window rests.
func still() step { return func(t *stage) { t.p.Rest("the window to rest", nil) } }

// keys presses keys one after the other, by their names in X11.
func keys(names ...string) step {
	return shown("what the keys do", func(t *stage) { t.p.Key(names...) })
}

// write types a text where the keyboard is.
func write(text string) step {
	return shown("what is typed", func(t *stage) { t.p.Type(text) })
}

// search types words in the search over all articles.
func search(words string) step {
	return shown("what is found", func(t *stage) {
		t.p.Click(t.p.Wait("the search", func(at desktop.Probe) bool { return at.Search.X > 0 }).Search)
		t.p.Type(words)
	})
}

// open opens the first article.
func open() step {
	return shown("the article", func(t *stage) {
		t.p.Click(t.p.Wait("the list", func(at desktop.Probe) bool { return at.List.Y > 0 }).List)
		t.p.Wait("the article", func(at desktop.Probe) bool { return at.Article == t.fixture.first.ID })
	})
}

// selectWords selects words of the article that nothing marks.
func selectWords() step {
	return shown("the selection", func(t *stage) { t.p.Select(t.fixture.first.unmarked(t)) })
}

// card opens the card of the first item of a kind that can be told from all others by its words.
func card(kind model.Kind) step {
	return shown("the card", func(t *stage) {
		t.p.ClickWords(t.fixture.first.wordsOf(t, kind))
		t.p.Wait("the card", func(at desktop.Probe) bool { return at.Active != "" && len(at.Fields) > 0 })
	})
}

// field clicks on a field of the open card.
func field(name string) step {
	return shown("the field "+name, func(t *stage) { t.p.Click(t.p.Field(name).Field) })
}

// next goes on by some articles, one after the other: X takes keys that follow each other at once for one that is held.
func next(by int) step {
	return func(t *stage) {
		for range by {
			before := t.p.Wait("the article", func(at desktop.Probe) bool { return at.Article != "" }).Article
			t.p.Key("alt+Right")
			t.p.Wait("the next article", func(at desktop.Probe) bool { return at.Article != before })
		}
		t.p.Rest("the article to rest", nil)
	}
}

// endOfForm turns the wheel over the form, which is at the trailing side of the article, until nothing moves any more.
func endOfForm() step {
	return func(t *stage) {
		size := t.p.Size()
		at := desktop.Place{X: size.X * 4 / 5, Y: size.Y / 2}
		if t.set.language == "ar" {
			at.X = size.X / 5
		}
		t.p.Point(at) // the first turn would go where the mouse was
		before, now := desktop.Frame(nil), t.p.Rest("the window to rest", nil)
		for !bytes.Equal(before, now) {
			t.p.Scroll(at, 50)
			before, now = now, t.p.Rest("the form to rest", nil)
		}
	}
}
