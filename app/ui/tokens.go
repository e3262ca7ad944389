package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// The colour tokens of the program. Every widget takes its colours from these
// names, so that light, dark and high contrast are one table.
const (
	ColorWindow       fyne.ThemeColorName = "hashiya.window"
	ColorPaper        fyne.ThemeColorName = "hashiya.paper"
	ColorPanel        fyne.ThemeColorName = "hashiya.panel"
	ColorInk          fyne.ThemeColorName = "hashiya.ink"
	ColorSecondary    fyne.ThemeColorName = "hashiya.secondary"
	ColorFaint        fyne.ThemeColorName = "hashiya.faint"
	ColorLine         fyne.ThemeColorName = "hashiya.line"
	ColorAccent       fyne.ThemeColorName = "hashiya.accent"
	ColorAccentFill   fyne.ThemeColorName = "hashiya.accentFill"
	ColorOnAccent     fyne.ThemeColorName = "hashiya.onAccent"
	ColorActor        fyne.ThemeColorName = "hashiya.actor"
	ColorActorFill    fyne.ThemeColorName = "hashiya.actorFill"
	ColorLocation     fyne.ThemeColorName = "hashiya.location"
	ColorLocationFill fyne.ThemeColorName = "hashiya.locationFill"
	ColorCount        fyne.ThemeColorName = "hashiya.count"
	ColorCountFill    fyne.ThemeColorName = "hashiya.countFill"
	ColorTactic       fyne.ThemeColorName = "hashiya.tactic"
	ColorTacticFill   fyne.ThemeColorName = "hashiya.tacticFill"
	ColorDate         fyne.ThemeColorName = "hashiya.date"
	ColorDateFill     fyne.ThemeColorName = "hashiya.dateFill"
	ColorWarning      fyne.ThemeColorName = "hashiya.warning"
	ColorWarningFill  fyne.ThemeColorName = "hashiya.warningFill"
	ColorSelection    fyne.ThemeColorName = "hashiya.selection"
	ColorHit          fyne.ThemeColorName = "hashiya.hit" // behind what was found
)

// shade is one token: 0xRRGGBB for the light and the dark variant.
type shade struct{ light, dark uint32 }

var tokens = map[fyne.ThemeColorName]shade{
	ColorWindow:       {0xEFEDE7, 0x14171A},
	ColorPaper:        {0xFDFCF9, 0x1B1F23},
	ColorPanel:        {0xFFFFFF, 0x22272C},
	ColorInk:          {0x1D2125, 0xE9EAE6},
	ColorSecondary:    {0x4F565E, 0xB4BAC0},
	ColorFaint:        {0x666C73, 0x8F969D},
	ColorLine:         {0xE2DFD6, 0x333A41},
	ColorAccent:       {0x0B6B6B, 0x5CC4BE},
	ColorAccentFill:   {0xE1F0EE, 0x1E3B3A},
	ColorOnAccent:     {0xFFFFFF, 0x14171A},
	ColorActor:        {0x0B62B0, 0x7DB8F2},
	ColorActorFill:    {0xDDECFB, 0x1C3550},
	ColorLocation:     {0x08764C, 0x6FD3A4},
	ColorLocationFill: {0xD8F1E4, 0x173B2B},
	ColorCount:        {0x9C4406, 0xF0A663},
	ColorCountFill:    {0xFCE8D2, 0x452C14},
	ColorTactic:       {0x972A82, 0xE49AD6},
	ColorTacticFill:   {0xF8E1F2, 0x40213A},
	ColorDate:         {0x5D646C, 0xA5ACB3},
	ColorDateFill:     {0xE9EAEC, 0x31363C},
	ColorWarning:      {0xB3261E, 0xFF8A80},
	ColorWarningFill:  {0xFBE6E4, 0x4A2522},
	ColorSelection:    {0xC9DFF7, 0x2C4766},
	ColorHit:          {0xFFEDA6, 0x4F4512},
}

// highContrast replaces tokens in the high contrast theme: pure ink on paper,
// no fills, strong lines.
var highContrast = map[fyne.ThemeColorName]shade{
	ColorWindow:       {0xFFFFFF, 0x000000},
	ColorPaper:        {0xFFFFFF, 0x000000},
	ColorPanel:        {0xFFFFFF, 0x000000},
	ColorInk:          {0x000000, 0xFFFFFF},
	ColorSecondary:    {0x000000, 0xFFFFFF},
	ColorFaint:        {0x595959, 0xA6A6A6}, // 7:1 and more, yet told from ink
	ColorLine:         {0x000000, 0xFFFFFF},
	ColorAccentFill:   {0xFFFFFF, 0x000000},
	ColorActorFill:    {0xFFFFFF, 0x000000},
	ColorLocationFill: {0xFFFFFF, 0x000000},
	ColorCountFill:    {0xFFFFFF, 0x000000},
	ColorTacticFill:   {0xFFFFFF, 0x000000},
	ColorDateFill:     {0xFFFFFF, 0x000000},
	ColorWarningFill:  {0xFFFFFF, 0x000000},
	ColorActor:        {0x084A86, 0x7DB8F2},
	ColorLocation:     {0x055A39, 0x6FD3A4},
	ColorCount:        {0x7A3404, 0xF0A663},
	ColorTactic:       {0x7A2069, 0xE49AD6},
	ColorDate:         {0x454A50, 0xB5BBC3},
	ColorWarning:      {0x931F18, 0xFF8A80},
	ColorAccent:       {0x085656, 0x5CC4BE},
}

// rgb makes an opaque colour from 0xRRGGBB.
func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}

// faded is c with its opacity multiplied by alpha (0 to 1).
func faded(c color.Color, alpha float64) color.NRGBA {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = uint8(float64(n.A)*alpha + 0.5)
	return n
}
