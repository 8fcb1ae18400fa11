/// A page of free text.
package struct Page: WorkspaceRecord {
  package var source: RecordSource
  /// Person id.
  package var owner: String?
  package var reviewedOn: Day?
  /// Place among its siblings.
  package var order: Int?

  init(_ source: RecordSource, _ fields: inout FieldReader) {
    self.source = source
    // Free pages may come from other tools: what does not fit is left alone instead of reported.
    let node = source.fields
    owner = node?["owner"]?.text
    reviewedOn = node?["reviewed_on"]?.text.flatMap { Day(iso: $0) }
    order = (node?["order"] ?? node?["weight"])?.text.flatMap { Int($0) }
  }
}

/// Rows and columns, from CSV or from a list in JSON or YAML.
package struct DataTable: WorkspaceRecord {
  package var source: RecordSource
  package var columns: [String]
  /// Cells as text, each row as long as `columns`.
  package var rows: [[String]]
  /// Slug of the customer whose usage or billing it is.
  package var customer: String?
  /// Whether rows were left out because there were too many.
  package var isTruncated: Bool
}

/// A file that is copied as it is: an image, a PDF.
package struct Asset: WorkspaceRecord {
  package var source: RecordSource
}

/// A file that has no page of its own type but is known to the workspace, such as the tools map.
package struct PlainFile: WorkspaceRecord {
  package var source: RecordSource
}
