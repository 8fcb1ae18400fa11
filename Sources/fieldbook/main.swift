import FieldbookCLI

await FieldbookTool.run()
