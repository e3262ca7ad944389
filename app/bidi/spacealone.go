package bidi

import (
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// spaceCheck finds out whether the space has a part in any substitution or positioning of Arabic text.
type spaceCheck struct {
	face      *font.Face
	space     tables.GlyphID
	sub, move map[uint16]bool // lookups of GSUB and GPOS that were looked at
}

// The classes of glyphs and the flags of lookups that matter here (OpenType 1.9.1, GDEF glyph class definition and LookupFlag).
const (
	markClass                     = 3
	ignoreBaseGlyphs, ignoreMerge = 0x2, 0x4
)

// spaceStandsAlone reports whether words of Arabic script that a space divides can be shaped one by one in this font, with the
// same glyphs and positions as together: no rule takes the space for a part of it, but for marks over the space itself, and none looks
// past it. It looks at the tables GSUB, GPOS and kern (OpenType 1.9.1); what it does not know makes it return false.
func spaceStandsAlone(face *font.Face) bool {
	space, ok := face.NominalGlyph(' ')
	if !ok || len(face.Kern) > 0 || len(face.Kerx) > 0 || len(face.Morx) > 0 {
		return false
	}
	c := spaceCheck{face: face, space: tables.GlyphID(space), sub: map[uint16]bool{}, move: map[uint16]bool{}}
	return c.isNoMark(c.space) && c.layout(&face.GSUB.Layout, c.substitution) && c.layout(&face.GPOS.Layout, c.positioning)
}

// layout checks the lookups that Arabic text may use.
func (c *spaceCheck) layout(l *font.Layout, lookup func(i uint16) bool) bool {
	script := l.FindScript(opentype.MustNewTag("arab"))
	if script < 0 || len(l.FeatureVariations) > 0 {
		return false
	}
	languages := slices.Clone(l.Scripts[script].LangSys)
	if d := l.Scripts[script].DefaultLangSys; d != nil {
		languages = append(languages, *d)
	}
	for _, lang := range languages {
		features := lang.FeatureIndices
		if lang.RequiredFeatureIndex != 0xFFFF {
			features = append(slices.Clone(features), lang.RequiredFeatureIndex)
		}
		for _, f := range features {
			if int(f) >= len(l.Features) || !all(l.Features[f].LookupListIndices, lookup) {
				return false
			}
		}
	}
	return true
}

func all[T any](items []T, ok func(T) bool) bool {
	return !slices.ContainsFunc(items, func(item T) bool { return !ok(item) })
}

func (c *spaceCheck) substitution(i uint16) bool {
	if c.sub[i] {
		return true
	}
	c.sub[i] = true
	lookups := c.face.GSUB.Lookups
	return int(i) < len(lookups) && lookups[i].Flag&(ignoreBaseGlyphs|ignoreMerge) == 0 && all(lookups[i].Subtables, c.substitutes)
}

func (c *spaceCheck) substitutes(t tables.GSUBLookup) bool {
	switch t := t.(type) {
	case tables.SingleSubs, tables.MultipleSubs, tables.AlternateSubs:
		return c.leavesOut(t.Cov())
	case tables.LigatureSubs:
		return c.ligatures(t)
	case tables.ContextualSubs:
		data, ok := t.Data.(tables.ContextualSubs3)
		return ok && all(data.Coverages, c.leavesOut) && c.nested(data.SeqLookupRecords, c.substitution)
	case tables.ChainedContextualSubs:
		data, ok := t.Data.(tables.ChainedContextualSubs3)
		return ok && c.chain(tables.ChainedSequenceContextFormat3(data), c.substitution)
	case tables.ReverseChainSingleSubs:
		return c.leavesOut(t.Cov()) && all(t.BacktrackCoverages, c.leavesOut) && all(t.LookaheadCoverages, c.leavesOut)
	default:
		return false
	}
}

// ligatures allows for those of the space with marks, which stand over it.
func (c *spaceCheck) ligatures(t tables.LigatureSubs) bool {
	of, ok := t.Coverage.Index(c.space)
	for i, set := range t.LigatureSets {
		for _, l := range set.Ligatures {
			if slices.Contains(l.ComponentGlyphIDs, c.space) || ok && i == of && slices.ContainsFunc(l.ComponentGlyphIDs, c.isNoMark) {
				return false
			}
		}
	}
	return true
}

func (c *spaceCheck) positioning(i uint16) bool {
	if c.move[i] {
		return true
	}
	c.move[i] = true
	lookups := c.face.GPOS.Lookups
	return int(i) < len(lookups) && lookups[i].Flag&(ignoreBaseGlyphs|ignoreMerge) == 0 && all(lookups[i].Subtables, c.moves)
}

func (c *spaceCheck) moves(t tables.GPOSLookup) bool {
	switch t := t.(type) {
	case tables.SinglePos, tables.CursivePos, tables.MarkBasePos, tables.MarkLigPos, tables.MarkMarkPos:
		return c.leavesOut(t.Cov()) // that of the marks, where there are two
	case tables.ContextualPos:
		data, ok := t.Data.(tables.ContextualPos3)
		return ok && all(data.Coverages, c.leavesOut) && c.nested(data.SeqLookupRecords, c.positioning)
	case tables.ChainedContextualPos:
		data, ok := t.Data.(tables.ChainedContextualPos3)
		return ok && c.chain(tables.ChainedSequenceContextFormat3(data), c.positioning)
	default:
		return false
	}
}

func (c *spaceCheck) chain(t tables.ChainedSequenceContextFormat3, lookup func(i uint16) bool) bool {
	return all(t.BacktrackCoverages, c.leavesOut) && all(t.InputCoverages, c.leavesOut) && all(t.LookaheadCoverages, c.leavesOut) &&
		c.nested(t.SeqLookupRecords, lookup)
}

func (c *spaceCheck) nested(records []tables.SequenceLookupRecord, lookup func(i uint16) bool) bool {
	return all(records, func(r tables.SequenceLookupRecord) bool { return lookup(r.LookupListIndex) })
}

func (c *spaceCheck) leavesOut(coverage tables.Coverage) bool {
	_, ok := coverage.Index(c.space)
	return !ok
}

func (c *spaceCheck) isNoMark(g tables.GlyphID) bool {
	if c.face.GDEF.GlyphClassDef == nil {
		return false
	}
	class, _ := c.face.GDEF.GlyphClassDef.Class(g)
	return class != markClass
}
