package app

import (
	"slices"
	"strings"

	"hashiya/app/ui"
)

// The kinds of places that the finder goes to, as beginnings of its keys.
const (
	jumpCommand = "command:"
	jumpArticle = "article:"
)

// mostRecent is how many commands the finder remembers as used last.
const mostRecent = 5

// showCommands opens the list of all that can be done, and of all articles, to
// be filtered by typing. Commands are found by their names in both languages.
func (p *program) showCommands() {
	t := p.words.T
	ui.ShowFinder(p.window, ui.FinderOptions{
		Placeholder: t("jump.placeholder"), EmptyLabel: t("choose.none"),
		Choices: append(p.commandChoices(), p.articleChoices()...),
		OnPicked: func(key string) {
			if id, is := strings.CutPrefix(key, jumpCommand); is {
				p.performID(commandID(id))
				return
			}
			p.jumpTo(strings.TrimPrefix(key, jumpArticle))
		},
	})
}

func (p *program) commandChoices() []ui.Choice {
	other, err := loadWords(otherLanguage(p.words.Language()), p.kept.Digits)
	p.fail(err)
	var choices []ui.Choice
	for _, c := range commands() {
		if c.id == "commands" || !p.possible(c) {
			continue
		}
		name := "command." + string(c.id)
		choice := ui.Choice{Key: jumpCommand + string(c.id), Label: p.words.T(name), Detail: c.shown(), Recent: slices.Contains(p.recent, c.id)}
		if err == nil {
			choice.Aliases = []string{other.T(name)}
		}
		choices = append(choices, choice)
	}
	return choices
}

// possible tells whether a command can do anything where the person is.
func (p *program) possible(c command) bool {
	switch {
	case p.project == nil:
		return slices.Contains([]commandID{"settings", "theme", "language", "help", "fullScreen"}, c.id)
	case c.run == nil:
		_, is := p.screen.(commander)
		return is
	}
	return true
}

func (p *program) articleChoices() []ui.Choice {
	if p.store == nil {
		return nil
	}
	articles, err := p.store.Articles()
	if err != nil {
		p.fail(err)
		return nil
	}
	choices := make([]ui.Choice, len(articles))
	for i, a := range articles {
		choices[i] = ui.Choice{Key: jumpArticle + a.ID, Label: a.Title, Detail: p.words.Date(a.Published), Aliases: []string{a.Outlet}}
	}
	return choices
}

// jumpTo opens an article; previous and next then walk all of them.
func (p *program) jumpTo(article string) {
	articles, err := p.store.Articles()
	if err != nil {
		p.fail(err)
		return
	}
	queue := make([]string, len(articles))
	for i, a := range articles {
		queue[i] = a.ID
	}
	if at := slices.Index(queue, article); at >= 0 {
		p.annotate(queue, at)
	}
}

// used remembers a command as used last.
func (p *program) used(id commandID) {
	p.recent = slices.DeleteFunc(p.recent, func(r commandID) bool { return r == id })
	p.recent = slices.Insert(p.recent, 0, id)
	p.recent = p.recent[:min(len(p.recent), mostRecent)]
}
