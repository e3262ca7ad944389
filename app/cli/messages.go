package cli

import "github.com/alecthomas/kong"

// This file holds what the commands say, so that a language is one place to
// look at. Messages are the formats of package fmt.

// Messages on the standard output.
const (
	msgCreated      = "created project %q in %s"
	msgCreatedWith  = "created project %q in %s, sample articles: %d"
	msgDuplicate    = "duplicate: %s: the project has this text already"
	msgIgnored      = "ignored: %s: neither a .txt nor a .jsonl file, or a link to a folder"
	msgNote         = "note: %s"
	msgImported     = "added to %s: articles: %d, records: %d (duplicates: %d, files ignored: %d, refused: %d)"
	msgExported     = "exported to %s, articles: %d"
	msgChecked      = "%s is sound, articles checked: %d"
	msgInfo         = "%-12s %s"
	msgCodebookOut  = "wrote codebook %s to %s"
	msgCodebookIn   = "%s works with codebook %s now (codes added: %d, changed: %d, removed: %d, kept: %d)"
	msgCodebookSame = "%s has this codebook already"
	msgCodebookGood = "%s can be taken whole (codes added: %d, changed: %d, removed: %d, kept: %d)"
	msgInfoArticles = "%d (%d to do, %d in progress, %d submitted)"
	msgInfoPerson   = "%s (%s)"
)

// Messages on the standard error output.
const (
	msgBlankName       = "--as has no name; give --as NAME"
	msgInterrupted     = "interrupted; nothing is half-done, so the same command can be given again"
	msgCheckPath       = "%w; check the path"
	msgNoName          = "who works is not known; give --as NAME"
	msgNoWindow        = "this build has no window; choose a command such as 'hashiya info PROJECT', or install the desktop program"
	msgProjectInTheWay = "%q is a Hashiya project and is never replaced by an export; choose another name"
	msgUnsound         = "%s is damaged, faults: %d; keep it, and open a copy made earlier"
	msgFault           = "%s: %s"
	msgStdout          = "the standard output cannot be written: %s; free some space or choose another place"
	msgSample          = "sample articles: %s"
	msgCodebookBad     = "%s has problems: %d; nothing was taken; mend them, or give --part to take all the rest"
	msgCodebookNone    = "%s has problems: %d; nothing of it can be taken until they are mended"
	msgCodebookFaults  = "%s has problems: %d"
	msgCodebookNoFile  = "%s is not a file; check the path"
	msgCodebookPart    = "%s has problems: %d; the rest was taken"

	adviceUsage = "see 'hashiya --help'"
)

// Words of progress.
const (
	doingImport = "importing"
	doingExport = "exporting"
	doingCheck  = "checking"
)

const helpProgram = "Annotate Arabic conflict news. With no command, opens the window."

// help are the texts that the argument structure names as ${...}.
var help = kong.Vars{
	"help_as":      "Name or code name of the annotator.",
	"help_version": "Show the version.",

	"help_open":         "Open the window (the command when none is named).",
	"help_open_project": "Project file to open.",

	"help_new":         "Make a project.",
	"help_new_project": "Project file to make, by custom with a name ending in .hashiya.",
	"help_new_name":    "Name of the project; that of the file when not given.",
	"help_new_samples": "Put the sample articles with their annotations into it.",

	"help_import":         "Take articles into a project.",
	"help_import_project": "Project file.",
	"help_import_paths":   "Texts in UTF-8, Hashiya JSONL files (.jsonl), and folders of both.",

	"help_export":         "Write a project in another format.",
	"help_export_project": "Project file.",
	"help_export_format":  "Format: ${formats}.",
	"help_export_out":     "File to write, or folder for a format of several files.",
	"help_export_force":   "Replace what is there already.",

	"help_info":         "Tell what is in a project.",
	"help_info_project": "Project file.",

	"help_check":         "Look for damage in a project.",
	"help_check_project": "Project file.",

	"help_codebook":         "Write, check or take in a codebook.",
	"help_codebook_export":  "Write the project's codebook into a file.",
	"help_codebook_check":   "Tell what is wrong with a codebook file and what taking it in would change.",
	"help_codebook_import":  "Put a codebook file in the place of the project's codebook; for supervisors.",
	"help_codebook_project": "Project file.",
	"help_codebook_file":    "Codebook file, JSON.",
	"help_codebook_force":   "Replace the file when it exists.",
	"help_codebook_part":    "Take what is sound even if something is not.",

	"help_json": "Write one JSON value.",
}
