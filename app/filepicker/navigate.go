package filepicker

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"

	"hashiya/app/ui"
)

// start finds the usual places and shows the first folder.
func (p *Picker) start() {
	labels := map[placeKind]string{ // the words belong to the main goroutine
		placeHome: p.word("file.home"), placeDesktop: p.word("file.desktop"), placeDocuments: p.word("file.documents"),
	}
	recent, folder := p.options.Places, p.options.Folder
	p.tasks.runner.Go(func() {
		found := findPlaces(systemEnvironment(), labels, recent)
		p.tasks.runner.Do(func() {
			if p.open {
				p.panel.showPlaces(found)
			}
		})
	})
	p.show(folder, firstFolder, "")
}

// firstFolder is where a picker starts: the folder itself, the nearest above it
// that is there, or the home.
func firstFolder(folder string) string {
	if folder == "" {
		folder = systemEnvironment().home
	}
	if absolute, err := filepath.Abs(folder); err == nil {
		folder = absolute
	}
	return nearest(folder)
}

// goTo shows a folder, with the cursor on the entry of a name if there is one.
func (p *Picker) goTo(folder, cursor string) {
	p.show(folder, func(folder string) string { return folder }, cursor)
}

// show reads a folder, or the one that settle takes in its place, and shows it.
// A folder that cannot be read leaves the one before on the screen, with words
// about it.
func (p *Picker) show(folder string, settle func(string) string, cursor string) {
	p.tasks.run(func(ctx context.Context) func() {
		folder := settle(folder)
		l, err := readFolder(ctx, folder, p.progress(ctx))
		return func() { p.arrived(folder, l, err, cursor) }
	}, func() {
		p.panel.status.SetText(p.word("file.reading", 0))
	}, func() {
		p.fail(&problem{key: "file.slow", path: cmp.Or(folder, "~")})
	})
}

// progress tells how many names were read, now and then, once reading is slow
// enough to be told.
func (p *Picker) progress(ctx context.Context) func(n int) {
	last := time.Now().Add(readingDelay)
	return func(n int) {
		if time.Since(last) < readingEvery {
			return
		}
		last = time.Now()
		p.tasks.runner.Do(func() {
			if ctx.Err() == nil && p.tasks.running() {
				p.panel.status.SetText(p.word("file.reading", n))
			}
		})
	}
}

// arrived shows what was read of a folder.
func (p *Picker) arrived(folder string, l listing, err error, cursor string) {
	if err != nil && p.folder != "" && folder != p.folder {
		p.fail(problemOf(folder, err))
		return
	}
	p.folder, p.listing, p.broken = folder, l, err != nil
	p.panel.filter.SetText("")
	p.panel.crumbs.show(folder)
	p.panel.markPlace(folder)
	p.fill(cursor)
	switch {
	case err != nil:
		p.fail(problemOf(folder, err))
	case l.cut:
		p.panel.say(p.word("file.cut", mostEntries), ui.ColorSecondary)
	case l.partial:
		p.panel.say(p.word("file.partial"), ui.ColorSecondary)
	default:
		p.panel.say("", "")
	}
}

// fail tells what stands in the way.
func (p *Picker) fail(why *problem) {
	p.panel.say(why.text(p.options.Words, p.folder), ui.ColorWarning)
	p.refresh()
}

// goUp shows the folder above, with the cursor on the one left.
func (p *Picker) goUp() {
	if above := filepath.Dir(p.folder); p.folder != "" && above != p.folder {
		p.goTo(above, filepath.Base(p.folder))
		p.focus(p.panel.list)
	}
}

// goToPlace shows a folder that a button stands for.
func (p *Picker) goToPlace(path string) {
	cursor := ""
	if below, inside := strings.CutPrefix(p.folder, strings.TrimSuffix(path, string(os.PathSeparator))+string(os.PathSeparator)); inside {
		cursor, _, _ = strings.Cut(below, string(os.PathSeparator))
	}
	p.goTo(path, cursor)
	p.focus(p.panel.list)
}

// reload reads the folder again.
func (p *Picker) reload() {
	if p.folder == "" {
		p.start()
		return
	}
	cursor := ""
	if at := p.panel.list.chosen.current; at >= 0 {
		cursor = p.panel.list.rows[at].name
	}
	p.goTo(p.folder, cursor)
}

// applyFilter shows what matches a text, with the best at hand: to open, it is
// selected; elsewhere the cursor only stands there, because a selection there
// means something else than a filter does.
func (p *Picker) applyFilter(text string) {
	p.fill("")
	l := p.panel.list
	if text != "" && len(l.rows) > 0 {
		l.chosen.current = 0
		if p.options.Mode == Open || p.options.Mode == OpenMany {
			l.chosen.pick(0)
		}
		l.Refresh()
		p.refresh()
	}
}

func (p *Picker) toggleHidden() {
	p.hidden = !p.hidden
	p.panel.hidden.setActive(p.hidden)
	p.fill("")
}

// fill shows the entries that the filters leave, with the cursor on a name.
func (p *Picker) fill(cursor string) {
	words := strings.Fields(sortKey(p.panel.filter.Text()))
	var rows []*entry
	at := -1
	for i := range p.listing.entries {
		if e := &p.listing.entries[i]; p.shows(e, words) {
			if cursor != "" && e.name == cursor {
				at = len(rows)
			}
			rows = append(rows, e)
		}
	}
	note := p.word("file.empty")
	switch {
	case p.broken:
		note = ""
	case len(words) > 0:
		note = p.word("file.noMatch")
	}
	p.panel.list.show(rows, at, note)
	p.refresh()
}

func (p *Picker) shows(e *entry, words []string) bool {
	switch {
	case e.hidden && !p.hidden, !matches(e.key, words):
		return false
	case e.folder():
		return true
	case p.options.Mode == Folder:
		return false
	}
	return len(p.options.Extensions) == 0 || p.options.Extensions[p.kind].fits(e.name)
}

// selected follows what the user does in the list.
func (p *Picker) selected() {
	picked := p.panel.list.picked()
	switch {
	case p.options.Mode != Save:
		// What was typed and what is selected would be two answers.
		p.panel.name.SetText("")
	case len(picked) == 1 && picked[0].file() && visible(picked[0].name) == picked[0].name:
		p.panel.name.SetText(picked[0].name)
	}
	p.refresh()
}

// refresh brings the button and the words beside it up to date.
func (p *Picker) refresh() {
	picked, typed := p.panel.list.picked(), strings.TrimSpace(p.panel.name.Text()) != ""
	ready := typed
	status := p.word("file.items", len(p.panel.list.rows))
	switch p.options.Mode {
	case Open, OpenMany:
		ready = ready || len(picked) > 0
		if len(picked) > 1 {
			status = p.word("file.selected", len(picked))
		}
	case Folder:
		ready = ready || !p.broken && p.folder != ""
		status = p.word("file.chosen", p.panel.crumbs.label(p.chosenFolder()))
	}
	if p.broken {
		status = ""
	}
	p.panel.status.SetText(status)
	p.panel.accept.setDisabled(!ready)
}

// chosenFolder is the folder that is selected, else the one shown.
func (p *Picker) chosenFolder() string {
	if picked := p.panel.list.picked(); len(picked) == 1 {
		return p.path(picked[0])
	}
	return p.folder
}
