package app

import (
	"hashiya/app/reader"
	"hashiya/app/ui"
	"hashiya/model"
)

// look is how a kind of item is drawn and reached. A new kind is a line in
// looks.
type look struct {
	kind model.Kind
	tone ui.Tone
	line reader.Pattern
	// key labels the selection, "" for kinds that have no words of their own.
	key string
	// fields are shown in an open card; the others wait behind "more".
	fields []string
	// claims are cards of their own; other kinds share one card.
	claims bool
}

func looks() []look {
	return []look{
		{model.KindActor, ui.ToneActor, reader.Solid, "1", []string{"entity", "role"}, false},
		{model.KindLocation, ui.ToneLocation, reader.Dashed, "2", []string{"entity", "role", "precision"}, false},
		{model.KindCount, ui.ToneCount, reader.Double, "3", []string{
			"kind", "unit", "who", "by", "value", "modifier", "min", "max", "claimed_by", "claim_status",
		}, true},
		{model.KindTactic, ui.ToneTactic, reader.Dotted, "4", []string{"code", "initiator", "target"}, false},
		{model.KindDate, ui.ToneDate, reader.Thin, "5", []string{"start", "end", "precision", "type"}, false},
	}
}

// eventLook is that of events, which have no section of their own: the tabs
// over the sections show them.
func eventLook() look {
	return look{kind: model.KindEvent, tone: ui.ToneNeutral, fields: []string{"title", "date"}}
}

func lookOf(kind model.Kind) look {
	if kind == model.KindEvent {
		return eventLook()
	}
	for _, l := range looks() {
		if l.kind == kind {
			return l
		}
	}
	return look{kind: kind, tone: ui.ToneNeutral}
}

// style is how the reader marks the spans of a kind.
func (l look) style() reader.Style {
	return reader.Style{Fill: l.tone.Fill, Line: l.tone.Ink, Pattern: l.line}
}
