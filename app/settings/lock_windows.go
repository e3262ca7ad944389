package settings

import (
	"errors"
	"syscall"
)

// errSharing is ERROR_SHARING_VIOLATION of the Windows API.
const errSharing syscall.Errno = 32

// tryLock takes the lock or fails with errHeld. A file opened without sharing
// cannot be opened by anybody else until it is closed, also at a crash.
func tryLock(path string) (release func(), err error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	const noSharing = 0
	file, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, noSharing, nil,
		syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if errors.Is(err, errSharing) {
		return nil, errHeld
	}
	if err != nil {
		return nil, err
	}
	return func() { _ = syscall.CloseHandle(file) }, nil
}
