// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// The arrows between targets are the architecture: README.md names what each wall stops.
let package = Package(
  name: "fieldbook",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "fieldbook", targets: ["fieldbook"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibgit2", pkgConfig: "libgit2",
      providers: [.apt(["libgit2-dev"]), .brew(["libgit2"])]),
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),

    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    .target(name: "ByteCoding", swiftSettings: strict),
    .target(name: "Diagnostics", swiftSettings: strict),
    .target(name: "Git", dependencies: ["ByteCoding", "CLibgit2", "Diagnostics"], swiftSettings: strict),
    .target(name: "Markdown", dependencies: ["ByteCoding", "CCmarkGFM", "Diagnostics"], swiftSettings: strict),
    .target(
      name: "WorkspaceModel",
      dependencies: ["Diagnostics", "Markdown", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(name: "Checks", dependencies: ["Diagnostics", "Markdown", "WorkspaceModel"], swiftSettings: strict),
    .target(
      name: "History", dependencies: ["Diagnostics", "Git", "WorkspaceModel"], swiftSettings: strict),
    .target(
      name: "PipelineMetrics", dependencies: ["Diagnostics", "WorkspaceModel"], swiftSettings: strict),
    .target(
      name: "Intelligence", dependencies: ["Diagnostics", "PipelineMetrics", "WorkspaceModel"], swiftSettings: strict),
    .target(name: "Search", dependencies: ["Diagnostics"], swiftSettings: strict),
    .target(
      name: "Automation", dependencies: ["Diagnostics", "PipelineMetrics", "WorkspaceModel"], swiftSettings: strict),
    .target(
      name: "Site",
      dependencies: [
        "CZlib", "Diagnostics", "Intelligence", "Markdown", "PipelineMetrics", "Search", "WorkspaceModel",
      ],
      swiftSettings: strict),
    .target(name: "ModelContextProtocol", dependencies: ["Diagnostics"], swiftSettings: strict),
    .target(name: "MessagesAPI", dependencies: ["Diagnostics"], swiftSettings: strict),
    .target(name: "DemoWorkspace", dependencies: ["Diagnostics", "Git"], swiftSettings: strict),
    .target(
      name: "FieldbookApp",
      dependencies: [
        "Automation", "Checks", "DemoWorkspace", "Diagnostics", "Git", "History", "Intelligence", "Markdown",
        "PipelineMetrics",
        "Site", "WorkspaceModel",
      ],
      swiftSettings: strict),
    .target(
      name: "FieldbookMCP",
      dependencies: [
        "Diagnostics", "FieldbookApp", "Intelligence", "MessagesAPI", "ModelContextProtocol", "PipelineMetrics",
        "WorkspaceModel",
      ],
      swiftSettings: strict),
    .target(
      name: "Preview",
      dependencies: [.product(name: "FlyingSocks", package: "FlyingFox")],
      swiftSettings: strict),
    .target(
      name: "FieldbookCLI",
      dependencies: [
        "Automation", "Diagnostics", "FieldbookApp", "FieldbookMCP", "Intelligence", "MessagesAPI",
        "ModelContextProtocol", "Preview",
        "WorkspaceModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(name: "fieldbook", dependencies: ["FieldbookCLI"], swiftSettings: strict),

    .target(
      name: "FieldbookTestSupport", dependencies: ["Diagnostics", "Git", "WorkspaceModel"], swiftSettings: strict),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "GitTests", dependencies: ["Diagnostics", "FieldbookTestSupport", "Git"]),
    .testTarget(name: "MarkdownTests", dependencies: ["Diagnostics", "Markdown"]),
    .testTarget(
      name: "WorkspaceModelTests", dependencies: ["Diagnostics", "FieldbookTestSupport", "Markdown", "WorkspaceModel"]),
    .testTarget(
      name: "PipelineMetricsTests",
      dependencies: ["Diagnostics", "FieldbookTestSupport", "PipelineMetrics", "WorkspaceModel"]),
    .testTarget(
      name: "AutomationTests",
      dependencies: ["Automation", "Diagnostics", "FieldbookTestSupport", "PipelineMetrics", "WorkspaceModel"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "IntelligenceTests",
      dependencies: ["Diagnostics", "FieldbookTestSupport", "Intelligence", "PipelineMetrics", "WorkspaceModel"]),
    .testTarget(
      name: "ChecksTests",
      dependencies: ["Checks", "Diagnostics", "FieldbookTestSupport", "Markdown", "WorkspaceModel"]),
    .testTarget(
      name: "HistoryTests",
      dependencies: ["DemoWorkspace", "Diagnostics", "FieldbookTestSupport", "Git", "History", "WorkspaceModel"]),
    .testTarget(name: "SearchTests", dependencies: ["Diagnostics", "Search"]),
    .testTarget(
      name: "SiteTests",
      dependencies: ["Diagnostics", "FieldbookTestSupport", "Markdown", "PipelineMetrics", "Site", "WorkspaceModel"]),
    .testTarget(name: "ModelContextProtocolTests", dependencies: ["Diagnostics", "ModelContextProtocol"]),
    .testTarget(name: "MessagesAPITests", dependencies: ["Diagnostics", "FieldbookTestSupport", "MessagesAPI"]),
    .testTarget(name: "DemoWorkspaceTests", dependencies: ["DemoWorkspace", "Diagnostics", "Git"]),
    .testTarget(
      name: "FieldbookTests",
      dependencies: [
        "Automation", "Diagnostics", "FieldbookApp", "FieldbookMCP", "FieldbookTestSupport", "Intelligence",
        "ModelContextProtocol", "Site", "WorkspaceModel", "fieldbook",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
