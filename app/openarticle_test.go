package app

import (
	"strings"
	"testing"
)

// A long article is read beside the main goroutine; the one asked for last is
// the one that is shown.
func TestLongArticleIsReadInTheBackground(t *testing.T) {
	long := "مقال طويل\n\n" + strings.Repeat("وقالت مصادر محلية إن القتال استمر. ", longArticle/30)
	d := newTestProgram(t, story, long)
	d.press("Ctrl+L")
	var waiting []func()
	d.program.runner.Go = func(f func()) { waiting = append(waiting, f) }
	l := d.library()
	for i, row := range l.rows {
		if l.all[row].Article.Length >= longArticle {
			l.openRow(i)
		}
	}
	if len(waiting) != 1 {
		t.Fatalf("%d articles are read in the background, want 1", len(waiting))
	}
	d.library() // still there
	waiting[0]()
	if got := d.work().session.Article().Title; got != "مقال طويل" {
		t.Errorf("shown is %q", got)
	}
	// Asked for again and then for another one, it does not come late.
	d.press("Ctrl+L")
	waiting = nil
	l = d.library()
	for i, row := range l.rows {
		if l.all[row].Article.Length >= longArticle {
			l.openRow(i)
		}
	}
	for i, row := range l.rows {
		if l.all[row].Article.Length < longArticle {
			l.openRow(i)
		}
	}
	waiting[0]()
	if got := d.work().session.Article().Title; got == "مقال طويل" {
		t.Error("the article asked for first comes late")
	}
}
