package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NoticeKind is how serious a notice is.
type NoticeKind uint8

const (
	// Info goes away by itself after 4 seconds.
	Info NoticeKind = iota
	// Warning goes away by itself after 10 seconds.
	Warning
	// Failure stays until it is dismissed.
	Failure
)

const (
	infoTime    = 4 * time.Second
	warningTime = 10 * time.Second
	maxNotices  = 4
	noticeWidth = 480
)

// Notice is a message that does not stop the work.
type Notice struct {
	Kind     NoticeKind
	Text     string
	Action   string // words of a button; "" is none
	OnAction func()
}

// Notices shows messages at the bottom of the window, the newest lowest. Put it
// over the window's content in a stack; it lets clicks beside messages through.
type Notices struct {
	widget.BaseWidget
	runner Runner
	shown  []*noticeCard
}

// NewNotices makes an empty stack of messages; runner times their end.
func NewNotices(runner Runner) *Notices {
	n := &Notices{runner: runner}
	n.ExtendBaseWidget(n)
	return n
}

// Notify adds a message in place of one with the same words. Of more than four
// the oldest that is no failure goes, then the oldest.
func (n *Notices) Notify(notice Notice) {
	n.Withdraw(notice.Text)
	card := newNoticeCard(notice)
	card.dismiss.OnTapped = func() { n.remove(card) }
	card.action.OnTapped = func() {
		n.remove(card)
		if notice.OnAction != nil {
			notice.OnAction()
		}
	}
	n.shown = append(n.shown, card)
	if len(n.shown) > maxNotices {
		n.drop()
	}
	if notice.Kind != Failure {
		life := infoTime
		if notice.Kind == Warning {
			life = warningTime
		}
		card.stop = n.runner.After(life, func() {
			n.runner.Do(func() { n.remove(card) })
		})
	}
	n.Refresh()
}

// Withdraw takes away the message with these words, when it is shown.
func (n *Notices) Withdraw(text string) {
	if i := slices.IndexFunc(n.shown, func(c *noticeCard) bool { return c.notice.Text == text }); i >= 0 {
		n.remove(n.shown[i])
	}
}

// Texts returns the messages shown, oldest first.
func (n *Notices) Texts() []string {
	texts := make([]string, len(n.shown))
	for i, c := range n.shown {
		texts[i] = c.notice.Text
	}
	return texts
}

// Dismiss takes the newest message away; it tells whether there was one.
func (n *Notices) Dismiss() bool {
	if len(n.shown) == 0 {
		return false
	}
	n.remove(n.shown[len(n.shown)-1])
	return true
}

func (n *Notices) drop() {
	i := slices.IndexFunc(n.shown, func(c *noticeCard) bool { return c.notice.Kind != Failure })
	n.remove(n.shown[max(i, 0)])
}

func (n *Notices) remove(card *noticeCard) {
	if i := slices.Index(n.shown, card); i >= 0 {
		card.stop()
		n.shown = slices.Delete(n.shown, i, i+1)
		n.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (n *Notices) CreateRenderer() fyne.WidgetRenderer {
	r := &noticesRenderer{notices: n}
	r.Refresh()
	return r
}

type noticesRenderer struct {
	notices *Notices
	objects []fyne.CanvasObject
}

func (r *noticesRenderer) Destroy()                     {}
func (r *noticesRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *noticesRenderer) MinSize() fyne.Size           { return fyne.Size{} }

func (r *noticesRenderer) Layout(size fyne.Size) {
	width := min(noticeWidth, size.Width-8*Step)
	y := size.Height - 6*Step
	for i := len(r.notices.shown) - 1; i >= 0; i-- {
		card := r.notices.shown[i]
		height := card.HeightFor(width)
		y -= height
		card.Move(fyne.NewPos(floor((size.Width-width)/2), y))
		card.Resize(fyne.NewSize(width, height))
		y -= 2 * Step
	}
}

func (r *noticesRenderer) Refresh() {
	r.objects = r.objects[:0]
	for _, card := range r.notices.shown {
		r.objects = append(r.objects, card)
	}
	r.Layout(r.notices.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
	canvas.Refresh(r.notices)
}

// noticeCard is one message with its sign, its action and its ×.
type noticeCard struct {
	widget.BaseWidget
	notice          Notice
	action, dismiss *Button
	content         *fyne.Container
	stop            func()
}

func newNoticeCard(notice Notice) *noticeCard {
	c := &noticeCard{notice: notice, stop: func() {}}
	icon, ink := theme.InfoIcon(), ColorAccent
	switch notice.Kind {
	case Warning:
		icon, ink = theme.WarningIcon(), ColorCount
	case Failure:
		icon, ink = theme.ErrorIcon(), ColorWarning
	}
	c.action = NewButton(notice.Action, Plain, nil)
	c.action.Hidden = notice.Action == ""
	c.dismiss = NewButton("", Quiet, nil)
	c.dismiss.SetIcon(theme.CancelIcon())
	c.content = NewRow(2*Step, widget.NewIcon(tinted(icon, ink)),
		Expand(NewParagraph(notice.Text, ParagraphStyle{MaxLines: 4})), c.action, c.dismiss)
	c.ExtendBaseWidget(c)
	return c
}

const noticePad = 3 * Step

// HeightFor implements WidthSensitive.
func (c *noticeCard) HeightFor(width float32) float32 {
	return max(HeightFor(c.content, width-2*noticePad), ControlHeight) + 2*Step
}

// CreateRenderer implements fyne.Widget.
func (c *noticeCard) CreateRenderer() fyne.WidgetRenderer {
	r := &noticeRenderer{card: c, panel: newFloatingPanel()}
	r.objects = []fyne.CanvasObject{r.panel, c.content}
	r.Refresh()
	return r
}

type noticeRenderer struct {
	card    *noticeCard
	panel   *canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *noticeRenderer) Destroy()                     {}
func (r *noticeRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *noticeRenderer) MinSize() fyne.Size           { return r.card.content.MinSize() }

func (r *noticeRenderer) Layout(size fyne.Size) {
	r.panel.Resize(size)
	r.card.content.Move(fyne.NewPos(noticePad, Step))
	r.card.content.Resize(size.SubtractWidthHeight(2*noticePad, 2*Step))
}

func (r *noticeRenderer) Refresh() {
	paintFloatingPanel(r.panel, r.card)
	if r.card.notice.Kind == Failure {
		r.panel.StrokeColor = theme.ColorForWidget(ColorWarning, r.card)
	}
	r.Layout(r.card.Size())
	r.card.content.Refresh()
}
