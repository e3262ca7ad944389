package ui

import (
	"errors"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// Why a paste was not taken as it was; Entry.OnRefused gets them.
var (
	// ErrNotUTF8 is told when bytes of the clipboard are shown as U+FFFD.
	ErrNotUTF8 = errors.New("paste: the clipboard is not UTF-8 text and its unreadable bytes now stand as U+FFFD, undo and copy it again as plain text")
	// ErrTooLong is told when the end of the clipboard was left out.
	ErrTooLong = errors.New("paste: the field holds at most 100,000 characters and the end was left out, undo and paste a shorter piece")
)

func (e *Entry) copyTo(clipboard fyne.Clipboard) {
	if text := e.SelectedText(); text != "" {
		clipboard.SetContent(text)
	}
}

func (e *Entry) cutTo(clipboard fyne.Clipboard) {
	e.copyTo(clipboard)
	if start, end := e.edit.selection(); start != end {
		e.deleted(!e.disabled && e.edit.backspace(false))
	}
}

// paste puts in what of the clipboard the field takes, and says what it refused.
func (e *Entry) paste(clipboard fyne.Clipboard) {
	if e.disabled {
		return
	}
	content := clipboard.Content()
	text := e.accept(content)
	if len(text) == 0 {
		return
	}
	room := e.edit.room()
	if e.edit.insert(text, false) {
		e.changedAndMoved()
	}
	switch {
	case len(text) > room:
		e.refuse(ErrTooLong)
	case !utf8.ValidString(content):
		e.refuse(ErrNotUTF8)
	}
}

// refuse tells the field's owner, or else the program.
func (e *Entry) refuse(reason error) {
	tell := e.OnRefused
	if tell == nil {
		tell = current().refused
	}
	if tell != nil {
		tell(reason)
	}
}

// accept returns what of a pasted text the field takes: digits in a field for
// numbers, else everything, with line ends as the field has them.
func (e *Entry) accept(text string) []rune {
	space := "\n"
	if !e.options.Multiline {
		space = " "
		text = strings.ReplaceAll(text, "\t", space)
	}
	text = strings.NewReplacer("\r\n", space, "\r", space, "\n", space).Replace(text)
	if !e.options.DigitsOnly {
		return []rune(text)
	}
	var digits []rune
	for _, r := range text {
		if numeric(r) {
			digits = append(digits, r)
		}
	}
	return digits
}

// takes tells whether the field takes a typed character.
func (e *Entry) takes(r rune) bool {
	if e.options.DigitsOnly {
		return numeric(r)
	}
	return typeable(r)
}
