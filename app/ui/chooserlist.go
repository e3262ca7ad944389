package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// rowKind is what a row of an open chooser does.
type rowKind uint8

const (
	rowChoice rowKind = iota
	rowClear
	rowCreate
	rowNothing // says that nothing matches; cannot be taken
)

// chooserList is an open chooser: the filter, the rows that match and the
// popover they are in.
type chooserList struct {
	chooser *Chooser
	entry   *Entry
	rows    *rowList
	popover *Popover
	found   []int32 // positions of the choices that match
	before  rowKind // kind of the row above the choices, or rowChoice for none
	after   rowKind // likewise below them
}

// listWidth is the least width of the list, wide enough for a code with its
// definition.
const listWidth = 400

func newChooserList(c *Chooser, filter string) *chooserList {
	l := &chooserList{chooser: c}
	l.entry = NewEntry(EntryOptions{Placeholder: strings.Join(c.Labels(), " · "), Direction: FirstStrong})
	if c.chips() {
		l.entry.SetPlaceholder(c.options.Placeholder)
	}
	l.entry.OnChanged = l.filter
	l.entry.OnCancel = func() { c.Close() }
	l.entry.OnKey = l.key
	l.rows = newRowList(l)
	l.rows.onTaken = l.take
	if filter != "" {
		l.entry.edit.insert([]rune(filter), true)
	}
	l.filter(filter)

	var head, body fyne.CanvasObject = l.entry, l.rows
	if c.chips() {
		// The chips stay in sight, so the filter goes into the panel.
		head, body = nil, NewColumn(0, NewPad(Step, Step, l.entry), Expand(l.rows))
	}
	l.popover = showPopover(c, head, body, listWidth, c.closed)
	return l
}

// filter shows what matches a text, with the best one highlighted: the value
// that is picked as long as nothing is typed.
func (l *chooserList) filter(text string) {
	c := l.chooser
	found, equal := c.index.search(text)
	l.found, l.before, l.after = found, rowChoice, rowChoice
	typed := strings.TrimSpace(text) != ""
	if !typed && c.options.ClearLabel != "" && len(c.picked) > 0 {
		l.before = rowClear
	}
	switch {
	case typed && !equal && c.OnCreate != nil && c.options.CreateLabel != nil:
		l.after = rowCreate
	case len(found) == 0 && l.before == rowChoice:
		l.after = rowNothing
	}
	l.rows.setCount(l.count(), l.start(typed))
	if l.popover != nil {
		l.popover.Refresh() // its height follows the number of rows
	}
}

// start is the row highlighted at first.
func (l *chooserList) start(typed bool) int {
	first := 0
	if l.before != rowChoice {
		first = 1
	}
	if !typed && !l.chooser.options.Multiple && len(l.chooser.picked) > 0 {
		if i, ok := l.chooser.index.byKey[l.chooser.picked[0]]; ok {
			return first + max(slices.Index(l.found, int32(i)), 0)
		}
	}
	return min(first, max(l.count()-1, 0))
}

func (l *chooserList) count() int {
	n := len(l.found)
	if l.before != rowChoice {
		n++
	}
	if l.after != rowChoice {
		n++
	}
	return n
}

// row returns what the i-th row is, and its choice when it is one.
func (l *chooserList) row(i int) (rowKind, *Choice) {
	if l.before != rowChoice {
		if i == 0 {
			return l.before, nil
		}
		i--
	}
	if i < len(l.found) {
		return rowChoice, &l.chooser.index.choices[l.found[i]]
	}
	return l.after, nil
}

// rowText implements rowSource.
func (l *chooserList) rowText(i int) (label, detail string, marked, faint bool) {
	o := l.chooser.options
	switch kind, choice := l.row(i); kind {
	case rowClear:
		return o.ClearLabel, "", false, true
	case rowCreate:
		return o.CreateLabel(strings.TrimSpace(l.entry.Text())), "", false, false
	case rowNothing:
		return o.EmptyLabel, "", false, true
	default:
		return choice.Label, choice.Detail, slices.Contains(l.chooser.picked, choice.Key), false
	}
}

// key handles what the filter does not use; it takes all keys, because the
// program's own must not act under an open list.
func (l *chooserList) key(name fyne.KeyName) bool {
	if l.rows.walked(name) {
		return true
	}
	switch name {
	case fyne.KeyReturn, fyne.KeyEnter:
		l.take(l.rows.current)
	case fyne.KeyTab:
		l.tab()
	case fyne.KeyBackspace:
		if l.chooser.options.Multiple {
			l.chooser.dropLast()
			l.rows.Refresh()
		}
	default:
		if _, choice := l.row(l.rows.current); choice != nil && l.chooser.OnListKey != nil {
			l.chooser.OnListKey(name, choice.Key)
		}
	}
	return true
}

// tab takes the highlighted row when something was typed, and goes on to the
// next field.
func (l *chooserList) tab() {
	c, back := l.chooser, l.entry.shift
	if kind, choice := l.row(l.rows.current); l.entry.Text() != "" && kind == rowChoice && choice != nil {
		if !slices.Contains(c.picked, choice.Key) {
			c.toggle(choice.Key)
		}
	}
	c.Close()
	if at := canvasOf(c); at != nil && back {
		at.FocusPrevious()
	} else if at != nil {
		at.FocusNext()
	}
}

// take does what a row says.
func (l *chooserList) take(i int) {
	if i < 0 || i >= l.count() {
		return
	}
	c, text := l.chooser, strings.TrimSpace(l.entry.Text())
	kind, choice := l.row(i)
	switch kind {
	case rowClear:
		c.Close()
		c.pick(nil)
	case rowCreate:
		c.Close()
		c.OnCreate(text)
	case rowChoice:
		// The list goes even where several may be picked: typing opens it again,
		// and an open one would swallow the next click in the article.
		c.Close()
		c.toggle(choice.Key)
	}
}
