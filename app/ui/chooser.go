package ui

import (
	"slices"

	"fyne.io/fyne/v2"
)

// ChooserOptions is what kind of field a Chooser is.
type ChooserOptions struct {
	Placeholder string                   // shown while nothing is picked
	Multiple    bool                     // several may be picked; their order is kept
	Chips       bool                     // show values as chips; Multiple always does
	Tone        func(key string) Tone    // colours of the chips; nil is neutral
	ClearLabel  string                   // words of the row that clears; "" is a field that must have a value
	CreateLabel func(text string) string // words of the row that makes a new choice; needs OnCreate
	EmptyLabel  string                   // shown when nothing matches
}

// Chooser is a field whose value comes from a list. A click, Enter, Down, Space
// or typing opens the list under it, filtered as one types.
type Chooser struct {
	control
	// OnListKey gets the keys that the open list does not use, with the key of
	// the choice highlighted; true when taken.
	OnListKey func(name fyne.KeyName, choice string) bool

	OnPicked func(keys []string)          // after the user changed what is picked
	OnCreate func(text string)            // the "new …" row was taken
	OnFirst  func(name fyne.KeyName) bool // keys before the closed field uses them; true when taken
	OnKey    func(name fyne.KeyName) bool // keys the field does not use; true when taken
	options  ChooserOptions
	index    *choiceIndex
	picked   []string
	list     *chooserList        // while open
	chipped  []fyne.CanvasObject // the chips of what is picked, made by refresh
}

var (
	_ fyne.Focusable   = (*Chooser)(nil)
	_ fyne.Tappable    = (*Chooser)(nil)
	_ fyne.Disableable = (*Chooser)(nil)
	_ WidthSensitive   = (*Chooser)(nil)
)

// NewChooser makes a field with nothing picked.
func NewChooser(options ChooserOptions, choices []Choice) *Chooser {
	c := &Chooser{options: options, index: newChoiceIndex(choices)}
	c.activate = func() { c.Open("") }
	c.extend(c)
	return c
}

// SetChoices replaces the list. Keys that are picked stay picked.
func (c *Chooser) SetChoices(choices []Choice) {
	c.index = newChoiceIndex(choices)
	if c.list != nil {
		c.list.filter(c.list.entry.Text())
	}
	c.Refresh()
}

// SetPicked replaces what is picked without telling OnPicked.
func (c *Chooser) SetPicked(keys ...string) {
	c.picked = slices.Clone(keys)
	c.Refresh()
}

// Picked returns the keys picked, in order.
func (c *Chooser) Picked() []string { return slices.Clone(c.picked) }

// Labels returns the words shown for what is picked, in logical order.
func (c *Chooser) Labels() []string {
	labels := make([]string, len(c.picked))
	for i, key := range c.picked {
		labels[i] = c.index.label(key)
	}
	return labels
}

// IsOpen tells whether the list is shown.
func (c *Chooser) IsOpen() bool { return c.list != nil }

// Open shows the list with a filter, and gives the filter the focus.
func (c *Chooser) Open(filter string) {
	at := canvasOf(c)
	if c.disabled || c.list != nil || at == nil {
		return
	}
	// The field has the focus of what is under the list, so that it comes
	// back here when the list goes.
	at.Focus(c)
	c.list = newChooserList(c, filter)
	at.Focus(c.list.entry)
	c.Refresh()
}

// Close takes the list away.
func (c *Chooser) Close() {
	if c.list != nil {
		c.list.popover.Close()
	}
}

// closed is told by the popover.
func (c *Chooser) closed() {
	c.list = nil
	c.Refresh()
}

// TypedRune implements fyne.Focusable: typing opens the list with the letter.
func (c *Chooser) TypedRune(r rune) {
	if r == ' ' {
		c.Open("")
		return
	}
	if typeable(r) {
		c.Open(string(letters(r)))
	}
}

// TypedKey implements fyne.Focusable.
func (c *Chooser) TypedKey(ev *fyne.KeyEvent) {
	if c.OnFirst != nil && c.OnFirst(ev.Name) {
		return
	}
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
		c.Open("")
	case fyne.KeyBackspace, fyne.KeyDelete:
		c.dropLast()
	default:
		if printable(ev.Name) || (c.OnKey != nil && c.OnKey(ev.Name)) {
			return
		}
		passKey(c, ev)
	}
}

// dropLast takes the last value away, where the field may lose it.
func (c *Chooser) dropLast() {
	if n := len(c.picked); n > 0 && !c.disabled && (c.options.Multiple || c.options.ClearLabel != "") {
		c.pick(c.picked[:n-1])
	}
}

// toggle picks a key, or takes it away when several may be picked and it is one.
func (c *Chooser) toggle(key string) {
	if !c.options.Multiple {
		c.pick([]string{key})
		return
	}
	keys := slices.Clone(c.picked)
	if i := slices.Index(keys, key); i >= 0 {
		c.pick(slices.Delete(keys, i, i+1))
		return
	}
	c.pick(append(keys, key))
}

// pick sets what is picked and tells the owner when it is something else.
func (c *Chooser) pick(keys []string) {
	if slices.Equal(keys, c.picked) {
		return
	}
	c.picked = slices.Clone(keys)
	c.Refresh()
	if c.OnPicked != nil {
		c.OnPicked(slices.Clone(keys))
	}
}

func (c *Chooser) tone(key string) Tone {
	if c.options.Tone == nil {
		return Tone{Ink: ColorInk, Fill: ColorWindow}
	}
	return c.options.Tone(key)
}

// Refresh implements fyne.CanvasObject.
func (c *Chooser) Refresh() {
	c.chipped = c.chipped[:0]
	if c.chips() {
		for _, key := range c.picked {
			c.chipped = append(c.chipped, c.chip(key))
		}
	}
	c.BaseWidget.Refresh()
}

func (c *Chooser) chips() bool { return c.options.Multiple || c.options.Chips }
