/// The checks of this group.
enum FileChecks {
  /// Those of the loader and those that look at all files once more.
  static let all: [any Check] =
    reportedByLoader + [
      ActiveSVG(), BidiOverride(), CaseCollision(), ConflictMarker(), ControlCharacter(), CRLFLineEnds(), EmptyFile(),
      LFSPointer(), Mojibake(), NormalizationCollision(), PathTooLong(), RefusedText.description,
      ReservedName(), SymlinkOutside(),
    ]
}
