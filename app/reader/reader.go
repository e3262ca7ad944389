// Package reader is the article view: right-to-left paragraphs in one column, highlights behind uncut lines, a selection and a caret.
//
// It knows nothing of labels. Marks come in with their colours, what the user does goes out through callbacks. All offsets are code
// points of the article's text. Everything here belongs to Fyne's main goroutine; only the heights of long texts and the directions of
// paragraphs of megabytes are worked out in others.
//
// A line of text is one picture: highlights, selection, underlines, letters. Scrolling moves the pictures and draws only lines that come
// into view; a change of marks or of the selection draws only the lines it touches.
package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"hashiya/app/bidi"
)

// Zoom limits.
const (
	MinZoom = 0.5
	MaxZoom = 3
)

// Colors names the theme colours of everything that is not a mark.
type Colors struct {
	Paper, Ink, Secondary, Faint fyne.ThemeColorName
	Selection                    fyne.ThemeColorName
	Accent                       fyne.ThemeColorName // caret, scroll bar in use, flash
	Outline                      fyne.ThemeColorName // around active marks; empty takes the line colour of each mark
	Hit                          fyne.ThemeColorName // behind what was found; empty draws a thin frame in Accent instead
}

// Options are settings of the look; the zero value but for Colors suits an Arabic interface with Latin digits.
type Options struct {
	Colors       Colors
	ArabicDigits bool   // paragraph numbers ١٢٣ instead of 123
	BarRight     bool   // the scroll bar stands at the right edge, not at the left one
	Label        string // what the reader is, for screen readers, such as "Article"
	Thick        bool   // lines of patterns and outlines are one and a half times as thick, for a high contrast theme
}

// Reader is the widget. The callbacks tell what the user did; the methods call none of them, but for OnMove and OnVeil.
type Reader struct {
	widget.BaseWidget

	// OnSelect gets the selection whenever the user changes it, start == end when it is given up. While a drag goes on, Selecting is true;
	// the last call of a drag comes when it has ended.
	OnSelect func(start, end int)
	// OnTapMark gets the marks under a click that selected nothing, the smallest range first, and the letter clicked.
	OnTapMark func(ids []string, offset int)
	// OnCaret gets the caret whenever the user moves it.
	OnCaret func(offset int)
	// OnKey gets every key before the reader does, true keeps it from the reader.
	OnKey func(*fyne.KeyEvent) bool
	// OnRune gets every typed letter and digit, true when it was used.
	OnRune func(r rune) bool
	// OnShortcut gets every shortcut before the reader does, true keeps it from the reader. Shortcuts that neither takes go to the canvas.
	OnShortcut func(fyne.Shortcut) bool
	// OnFocus tells that the keyboard came or went.
	OnFocus func(bool)
	// OnMove tells that lines moved, whatever the reason: what the owner puts at a place of the text has to follow.
	OnMove func()
	// OnVeil tells that a passage of SetVeiled is shown, or veiled again.
	OnVeil func(start, end int, shown bool)
	// OnMenu gets a right click, the Menu key and Shift+F10: the letter, and the place on the canvas.
	OnMenu func(offset int, at fyne.Position)

	options       Options
	regular, bold *bidi.Font
	article       *article
	marks         markIndex
	active        map[string]bool
	flash         flash
	hits          hits
	veils         veils
	light         light

	zoom      float32
	geometry  geometry
	rescaling bool // a new layout for another pixel scale is on its way
	heights   heights
	measuring measuring
	post      func(func()) // runs a function on the main goroutine, later
	source    *bidi.Lines  // wrapped to the geometry, nil until asked for
	view      anchor
	pending   *[2]int // range to scroll to once the widget has a size

	caret   caret
	other   int // the end of the selection that stays; equal to the caret when nothing is selected
	goal    float32
	goalSet bool
	drag    drag
	focused bool
	shift   bool

	paints                painters
	rows                  rows
	paper                 *canvas.Rectangle
	caretLine, caretArrow *canvas.Rectangle
	bar                   *bar
	layer                 *fyne.Container
	clip                  *container.Clip
}

var (
	_ fyne.Widget        = (*Reader)(nil)
	_ fyne.Accessible    = (*Reader)(nil)
	_ fyne.Focusable     = (*Reader)(nil)
	_ fyne.Draggable     = (*Reader)(nil)
	_ fyne.Scrollable    = (*Reader)(nil)
	_ fyne.Shortcutable  = (*Reader)(nil)
	_ desktop.Mouseable  = (*Reader)(nil)
	_ desktop.Cursorable = (*Reader)(nil)
	_ desktop.Keyable    = (*Reader)(nil)
)

// New returns an empty reader. The title is drawn in bold.
func New(regular, bold *bidi.Font, options Options) *Reader {
	r := &Reader{options: options, regular: regular, bold: bold, zoom: 1, post: fyne.Do, light: newLight()}
	r.article = newArticle("", "", regular, bold)
	r.paper = canvas.NewRectangle(nil)
	r.caretLine, r.caretArrow = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	r.layer = container.NewWithoutLayout(r.light.above, r.light.below, r.caretLine, r.caretArrow)
	r.clip = container.NewClip(r.layer)
	r.rows.init(r)
	r.bar = newBar(r)
	r.ExtendBaseWidget(r)
	return r
}

// SetArticle shows a text from its start, with no marks and the caret at 0. source is one line under the title that is not part of the
// text; it may be empty.
func (r *Reader) SetArticle(text, source string) {
	r.article = newArticle(text, source, r.regular, r.bold)
	r.marks.set(nil)
	r.hits, r.veils = hits{}, veils{}
	r.active, r.source, r.pending = nil, nil, nil
	r.stopFlash()
	r.caret, r.other, r.goalSet, r.drag = caret{}, 0, false, drag{}
	r.view = anchor{}
	r.relayout()
}

// SetFonts shows the text in other fonts. The line at the top of the view stays there.
func (r *Reader) SetFonts(regular, bold *bidi.Font) {
	r.regular, r.bold = regular, bold
	r.article = newArticle(r.article.text(), r.article.words, regular, bold)
	r.relayout()
}

// SetOptions changes the settings.
func (r *Reader) SetOptions(options Options) {
	r.options = options
	r.Refresh()
}

// SetZoom scales the text, 1 being its normal size, within MinZoom and MaxZoom. The line at the top of the view stays there.
func (r *Reader) SetZoom(zoom float32) {
	r.zoom = min(max(zoom, MinZoom), MaxZoom)
	r.relayout()
}

// Zoom returns the scale of the text.
func (r *Reader) Zoom() float32 { return r.zoom }

// AccessibilityLabel implements fyne.Accessible.
func (r *Reader) AccessibilityLabel() string { return r.options.Label }

// AccessibilityRole implements fyne.Accessible.
func (r *Reader) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// MinSize returns the narrowest size that keeps a readable column.
func (r *Reader) MinSize() fyne.Size { return fyne.NewSize(240, 120) }

// Refresh draws everything again, in the colours of the theme of this moment.
func (r *Reader) Refresh() {
	r.relayout()
	r.BaseWidget.Refresh()
}
