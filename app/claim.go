package app

import (
	"strings"

	"fyne.io/fyne/v2"

	"hashiya/app/ui"
	"hashiya/model"
)

// claim is the card of a count: closed it reads as a sentence with the number
// as its biggest part; open it has the fields under it.
type claim struct {
	screen   *annotateScreen
	id       string
	card     *ui.Card
	number   *ui.Text
	sentence *ui.Paragraph
	says     *ui.Chip
	quote    *ui.Paragraph
	head     *fyne.Container
	body     *fyne.Container
}

func newClaim(s *annotateScreen, id string) *claim {
	c := &claim{screen: s, id: id}
	c.number = ui.NewText("", ui.TextStyle{Size: 24, Weight: ui.Bold, Color: ui.ColorCount})
	c.sentence = ui.NewParagraph("", ui.ParagraphStyle{})
	c.says = ui.NewChip("", ui.ToneCount)
	c.quote = ui.NewParagraph("", ui.ParagraphStyle{
		Size: ui.SizeSmall, Color: ui.ColorSecondary, Direction: ui.FirstStrong, MaxLines: 2, Bar: true,
	})
	c.head = ui.NewRow(3*ui.Step, c.number, ui.Expand(ui.NewBeside(3*ui.Step, ui.Step, c.sentence, c.says)))
	c.body = ui.NewColumn(2*ui.Step, c.head, c.quote)
	c.card = ui.NewCard(c.body)
	c.card.OnTapped = func() { s.toggle(id) }
	return c
}

// refresh shows the count as it is now, with its editor when it is open.
func (c *claim) refresh(e *editor) {
	s := c.screen
	count, is := s.session.Item(c.id).(*model.Count)
	if !is {
		return
	}
	c.number.SetText(s.figure(count))
	c.sentence.SetText(s.sentence(count))
	says := s.says(count)
	c.says.SetText(says)
	c.says.Hidden = says == ""
	tone := ui.ToneCount
	if len(count.ClaimedBy) > 0 && len(s.evidence(c.id, "claimed_by", count.ClaimedBy[0])) == 0 {
		tone.Fill = ui.ColorPanel
	}
	c.says.SetTone(tone)
	c.quote.SetText(s.quote(c.id))
	c.body.Objects = []fyne.CanvasObject{c.head, c.quote}
	if total := s.totalLine(c.id); total != nil {
		c.body.Add(total)
	}
	c.card.SetActive("")
	if e != nil {
		c.body.Add(e.content)
		c.card.SetActive(ui.ColorCount)
	}
	c.body.Refresh()
	c.card.Refresh()
}

// totalLine says whether a total is what its parts add up to, which is for the
// person to judge and never mended; nil for a count without parts.
func (s *annotateScreen) totalLine(id string) fyne.CanvasObject {
	sum, parts, complete, equal := s.session.TotalOf(id)
	if len(parts) == 0 {
		return nil
	}
	figures := make([]string, len(parts))
	for i, part := range parts {
		figures[i] = s.figure(s.session.Item(part).(*model.Count))
	}
	t, all := s.program.words.T, strings.Join(figures, " + ")
	style := ui.ParagraphStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary}
	switch {
	case equal:
		return ui.NewParagraph(t("total.equal", all), style)
	case !complete:
		return ui.NewParagraph(t("total.unknown", all), style)
	}
	style.Color = ui.ColorWarning
	return ui.NewParagraph(t("total.unequal", all, string(sum)), style)
}

// around is how many code points of the sentence a quote shows on each side.
const around = 32

// quote is an item's own words with a little of what stands around them.
func (s *annotateScreen) quote(id string) string {
	spans := s.session.SpansOf(id)
	if len(spans) == 0 || spans[0].Field != "" {
		return s.program.words.T("item.noWords")
	}
	first := spans[0]
	from, to := s.session.Context(first.Start, first.End, around)
	text := s.session.Text(from, to)
	return "«" + text + "»"
}
