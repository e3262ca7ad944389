package app

import (
	"errors"
	"path/filepath"
	"strings"

	"hashiya/annotate"
	"hashiya/app/ui"
	"hashiya/model"
	"hashiya/model/sqlite"
)

// sentences gives each kind of failure its text: what happened and what to do.
// One line a kind.
func sentences() []struct {
	err error
	key string
} {
	return []struct {
		err error
		key string
	}{
		{sqlite.ErrNotFound, "error.notFound"},
		{sqlite.ErrNotProject, "error.notProject"},
		{sqlite.ErrNewer, "error.newer"},
		{sqlite.ErrDamaged, "error.damaged"},
		{sqlite.ErrReadOnly, "error.readOnly"},
		{sqlite.ErrLocked, "error.locked"},
		{sqlite.ErrFull, "error.full"},
		{sqlite.ErrExists, "error.exists"},
		{sqlite.ErrChanged, "error.changed"},
		{sqlite.ErrTaken, "error.taken"},
		{sqlite.ErrUnfinished, "error.unfinished"},
		{annotate.ErrSubmitted, "error.submitted"},
		{annotate.ErrNoArticle, "error.noArticle"},
		{annotate.ErrNoItem, "error.noItem"},
		{annotate.ErrNoSpan, "error.noItem"},
		{annotate.ErrNoWords, "error.noWords"},
		{annotate.ErrDoubled, "error.doubled"},
		{annotate.ErrNoValue, "error.noValue"},
		{annotate.ErrNoName, "error.noName"},
		{annotate.ErrNoKey, "error.noKey"},
		{annotate.ErrNotSupervisor, "error.notSupervisor"},
		{annotate.ErrRing, "error.ring"},
		{annotate.ErrFixedList, "error.fixedList"},
		{annotate.ErrKeyTaken, "error.keyTaken"},
		{annotate.ErrNotOffered, "error.notOffered"},
		{annotate.ErrFewParts, "error.fewParts"},
		{annotate.ErrOtherCodebook, "error.otherCodebook"},
		{annotate.ErrGuidelines, "error.guidelines"},
		{annotate.ErrNothingToUndo, "error.nothingToUndo"},
		{annotate.ErrNothingToRedo, "error.nothingToRedo"},
		{annotate.ErrEmptyText, "error.emptyText"},
		{annotate.ErrNotUTF8, "error.notUTF8"},
		{annotate.ErrNUL, "error.nul"},
		{annotate.ErrTooLarge, "error.tooLarge"},
		{annotate.ErrNotFile, "error.notFile"},
		{ui.ErrNotUTF8, "error.pasteNotUTF8"},
		{ui.ErrTooLong, "error.pasteTooLong"},
	}
}

// message puts an error into the language of the interface.
func (p *program) message(err error) string {
	var field *model.FieldError
	if errors.As(err, &field) {
		return p.words.T("error.field", p.words.T("field."+field.Field), field.Value, p.words.T("reason."+string(field.Reason)))
	}
	var used *annotate.CodesInUseError
	if errors.As(err, &used) {
		return p.words.T("error.codesInUse", p.codeNames(used.Codes))
	}
	path, holder := "", ""
	var file *sqlite.FileError
	if errors.As(err, &file) {
		path, holder = file.Path, p.holder(file.Holder)
	}
	for _, s := range sentences() {
		if errors.Is(err, s.err) {
			return p.words.T(s.key, path, holder, filepath.Base(path))
		}
	}
	return p.words.T("error.other", err.Error())
}

// holder names who has a project open, from words such as "by coder 1".
func (p *program) holder(said string) string {
	if name, by := strings.CutPrefix(said, "by "); by && name != "another program" {
		return name
	}
	return p.words.T("lock.other")
}

// isFieldError reports whether a value was refused for what it is.
func isFieldError(err error) bool {
	var field *model.FieldError
	return errors.As(err, &field)
}

// isBarred reports whether a project cannot be written here and may yet be
// read.
func isBarred(err error) bool {
	return errors.Is(err, sqlite.ErrLocked) || errors.Is(err, sqlite.ErrReadOnly)
}

// isNothing reports whether an action changed nothing because all was so
// already.
func isNothing(err error) bool { return errors.Is(err, annotate.ErrNothingNew) }

// isHint reports whether an error only tells the person what to do first;
// nothing was lost and nothing is wrong with the file.
func isHint(err error) bool {
	var code *annotate.CodeError
	var entity *annotate.EntityError
	var used *annotate.CodesInUseError
	if isFieldError(err) || errors.As(err, &code) || errors.As(err, &entity) || errors.As(err, &used) {
		return true
	}
	for _, hint := range []error{
		annotate.ErrNoWords, annotate.ErrDoubled, annotate.ErrSubmitted,
		annotate.ErrNothingToUndo, annotate.ErrNothingToRedo, annotate.ErrNoKey, annotate.ErrNoValue,
		annotate.ErrRing, annotate.ErrNotSupervisor, annotate.ErrOtherCodebook, annotate.ErrGuidelines, annotate.ErrNoName,
	} {
		if errors.Is(err, hint) {
			return true
		}
	}
	return false
}
