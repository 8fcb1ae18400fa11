extension DataTable: TemplateModel {
  package static let fields: [ModelField<DataTable>] = [
    .init("anchor", \.anchor), .init("caption", \.caption), .init("hidesCaption", \.hidesCaption),
    .init("countText", \.countText), .init("isFilterable", \.isFilterable), .init("columns", \.columns),
    .init("rows", \.rows), .init("totals", \.totals), .init("emptyTitle", \.emptyTitle),
    .init("emptyHint", \.emptyHint), .init("csv", \.csv), .init("overflow", \.overflow),
  ]
}

extension TableOverflow: TemplateModel {
  package static let fields: [ModelField<TableOverflow>] = [
    .init("allText", \.allText), .init("rowCount", \.rowCount), .init("shard", \.shard),
    .init("shardCount", \.shardCount), .init("shownText", \.shownText),
  ]
}

extension Column: TemplateModel {
  package static let fields: [ModelField<Column>] = [
    .init("name", \.name), .init("isNumber", \.isNumber), .init("isSortable", \.isSortable),
    .init("isFacet", \.isFacet),
  ]
}

extension TableRow: TemplateModel {
  package static let fields: [ModelField<TableRow>] = [.init("lead", \.lead), .init("cells", \.cells)]
}

extension TableTotals: TemplateModel {
  package static let fields: [ModelField<TableTotals>] = [.init("lead", \.lead), .init("cells", \.cells)]
}

extension Cell: TemplateModel {
  package static let fields: [ModelField<Cell>] = [
    .init("label", \.label), .init("text", \.text), .init("sortKey", \.sortKey), .init("target", \.target),
    .init("tone", \.tone), .init("unit", \.unit), .init("avatar", \.avatar), .init("remark", \.remark),
    .init("isNumber", \.isNumber), .init("isUnknown", \.isUnknown), .init("wraps", \.wraps),
  ]
}

extension TablePage {
  package static let fields: [ModelField<TablePage>] = [
    .init("head", \.head), .init("intro", \.intro), .init("tables", \.tables), .init("provenance", \.provenance),
  ]
}
