package app

import (
	"context"

	"hashiya/annotate"
	"hashiya/app/ui"
)

// longArticle is the length, in code points, from which an article is read
// beside the main goroutine, so that the window does not stand still.
const longArticle = 200_000

// annotate opens the article at a place of a queue.
func (p *program) annotate(queue []string, at int) {
	// Kept before the article is read: it may be the same one.
	if !p.released() {
		return
	}
	p.opening++
	mine, project, id := p.opening, p.project, queue[at]
	facts, _, err := p.store.Article(id)
	if err != nil || facts.Length < longArticle || id == p.articleShown() {
		p.annotateNow(queue, at)
		return
	}
	ui.BackgroundWith(p.runner, p.window, p.words.T("article.opening"), p.words.T("cancel"),
		func(context.Context, func(done, total int)) (*annotate.Session, error) { return project.Open(id) },
		func(session *annotate.Session, err error) {
			// Another one may have been asked for meanwhile, or words been typed.
			if mine == p.opening && p.project == project && p.released() {
				p.showSession(session, err, queue, at)
			}
		})
}

// annotateNow opens an article before it returns. What is on the screen must
// not change between reading it and showing it.
func (p *program) annotateNow(queue []string, at int) {
	if !p.released() {
		return
	}
	p.opening++
	session, err := p.project.Open(queue[at])
	p.showSession(session, err, queue, at)
}

func (p *program) showSession(session *annotate.Session, err error, queue []string, at int) {
	if err != nil {
		p.fail(err)
		return
	}
	p.queue, p.at = queue, at
	p.show(newAnnotateScreen(p, session, queue, at))
}

// articleShown returns the id of the article on the screen, "" for none.
func (p *program) articleShown() string {
	if a, is := p.screen.(*annotateScreen); is {
		return a.session.Article().ID
	}
	return ""
}
