// Package filepicker asks for files and folders over the window: to open one or
// several files, to save one, to choose a folder. Names and paths stand in right
// visual order, and what could deceive in a name is shown in a visible way.
//
// All functions run on the main goroutine. Disks are read beside it, and a disk
// that does not answer ends in words and never in a window that stands still.
//
// Every visible word comes through [Options.Words] by these keys; {0} and {1}
// are names, paths, numbers or reasons that the program cannot word:
//
//	cancel                the button that closes the panel
//	file.open             the button of Open and OpenMany
//	file.save             the button of Save
//	file.choose           the button of Folder
//	file.up               one folder up, for screen readers
//	file.root             the topmost folder
//	file.home             places …
//	file.desktop
//	file.documents
//	file.filter           placeholder of the filter
//	file.name             placeholder of the name to open: a name or a path
//	file.name.save        placeholder of the name to save under
//	file.hidden           the switch for hidden files
//	file.new              the button, and the title of the question
//	file.new.name         placeholder of the new folder's name
//	file.new.create       the button that makes it
//	file.replace.title    the question before a file is overwritten: {0} the name
//	file.replace.text     {0} the folder
//	file.replace          the button that overwrites
//	file.reading          {0} items read so far
//	file.items            {0} items in the folder
//	file.selected         {0} files selected
//	file.chosen           {0} the folder that the button would choose
//	file.empty            a folder without anything to show
//	file.noMatch          nothing fits the filter
//	file.cut              the folder has more than {0} items
//	file.partial          not all could be read in time
//	file.noPermission     reading or writing {0} is not permitted
//	file.gone             {0} is no longer there
//	file.missing          there is nothing called {0}, which was typed
//	file.notReady         the disk of {0} is not ready
//	file.slow             {0} does not answer
//	file.failed           {0} failed for the reason {1}
//	file.notFolder        {0} is no folder
//	file.notFile          {0} is neither file nor folder
//	file.isFolder         {0} is a folder and cannot be overwritten
//	file.badName          {0} cannot be the name of a file here
//	file.exists           {0} exists already
package filepicker
