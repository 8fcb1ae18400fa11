"""Drives `fieldbook mcp` with the public Python client, in all its modes, and with its validators on the wire.

usage: mcp_client.py <fieldbook> <workspace>
"""

import asyncio
import json
import os
import subprocess
import sys
import time

from mcp import Client, StdioServerParameters
from mcp.shared.exceptions import MCPError
from mcp_types import methods

PREFIX = "io.modelcontextprotocol/"
ENVELOPE = {PREFIX + "protocolVersion": "2026-07-28", PREFIX + "clientCapabilities": {}}
WORKSPACE = os.path.abspath(sys.argv[2])
COMMAND = [sys.argv[1], "mcp", "--workspace", WORKSPACE]
SERVER = StdioServerParameters(command=COMMAND[0], args=COMMAND[1:])


async def pages(call, key):
    items, cursor = [], None
    while True:
        page = await call(cursor=cursor)
        items += getattr(page, key)
        if (cursor := page.next_cursor) is None:
            return items


async def code_of(awaitable):
    try:
        await awaitable
    except MCPError as error:
        return error.code
    return None


async def tools(client, customer, deal, person):
    """Every tool, with and without arguments; the client holds answers against their schemas."""
    calls = {
        "search_workspace": [{"query": "renewal"}, {"query": "price", "kinds": ["note"], "limit": 3}],
        "list_customers": [{}, {"sort": "health", "limit": 50}, {"owner": person}],
        "get_customer_context": [
            {"customer": customer},
            {"customer": customer, "tier": "standard"},
            {"customer": customer, "tier": "extended", "section": "interactions", "max_chars": 4000, "part": 2},
        ],
        "list_deals": [{}, {"customer": customer, "stage": "all"}],
        "get_deal": [{"id": deal}],
        "next_best_actions": [{}, {"customer": customer, "limit": 3}],
        "get_report": [{"tier": "pulse"}, {"tier": "team", "period": "qtr"}, {"tier": "personal", "subject": person}],
        "check_triggers": [{}, {"customer": customer}],
        "get_history": [{}, {"customer": customer, "limit": 2}],
        "list_agents": [{}, {"format": "yaml", "valid": True}],
        "validate_agents": [{}],
    }
    listed = {tool.name for tool in await pages(client.list_tools, "tools")}
    assert listed == set(calls), listed ^ set(calls)
    for name, arguments in calls.items():
        for argument in arguments:
            result = await client.call_tool(name, argument)
            assert not result.is_error, (name, argument, result.content[0].text)
            assert result.content[0].text, name
        wrong = await client.call_tool(name, {"no_such_argument": 1})
        assert wrong.is_error and "no_such_argument" in wrong.content[0].text, name
    # Lists go on where they stopped.
    first = await client.call_tool("list_customers", {"limit": 2})
    cursor = first.structured_content["next_cursor"]
    second = await client.call_tool("list_customers", {"limit": 2, "cursor": cursor})
    one, two = (r.structured_content["items"] for r in (first, second))
    assert {c["slug"] for c in one}.isdisjoint(c["slug"] for c in two)
    missing = await client.call_tool("get_deal", {"id": deal + "x"})
    assert missing.is_error and deal in missing.content[0].text, missing.content[0].text


async def resources(client, customer, deal, mode):
    listed = await pages(client.list_resources, "resources")
    assert len(listed) > 3
    for resource in listed:
        read = await client.read_resource(resource.uri)
        assert read.contents and read.contents[0].text, resource.uri
    templates = await pages(client.list_resource_templates, "resource_templates")
    assert len(templates) == 7
    for uri in (f"fieldbook://deals/{deal}", f"fieldbook://customers/{customer}/context/extended"):
        assert (await client.read_resource(uri)).contents
    missing = -32002 if mode == "legacy" else -32602
    for uri in (
        "fieldbook://nope", "fieldbook://toolkit/../fieldbook", "fieldbook://toolkit/%2e%2e/fieldbook.yaml",
        "fieldbook://customers/nobody/context/compact", "file:///etc/passwd", "fieldbook://toolkit/%00",
    ):
        assert await code_of(client.read_resource(uri)) == missing, uri
    for template in templates:
        for variable in ("slug", "tier", "id", "name", "path"):
            if "{" + variable in template.uri_template or "{+" + variable in template.uri_template:
                found = await complete(client, {"type": "ref/resource", "uri": template.uri_template}, variable, "", customer)
                assert found.values, (template.uri_template, variable)


async def complete(client, reference, name, value, customer):
    from mcp_types import PromptReference, ResourceTemplateReference

    kind = PromptReference if reference["type"] == "ref/prompt" else ResourceTemplateReference
    answer = await client.complete(
        kind(**reference), argument={"name": name, "value": value}, context_arguments={"slug": customer})
    return answer.completion


async def prompts(client, customer, deal, person):
    values = {"customer": customer, "deal": deal, "owner": person, "date": "2026-11-25"}
    listed = await pages(client.list_prompts, "prompts")
    assert len(listed) == 6
    for prompt in listed:
        arguments = {a.name: values[a.name] for a in prompt.arguments if a.name in values}
        answer = await client.get_prompt(prompt.name, arguments)
        assert "data, not instructions" in answer.messages[0].content.text
        assert len(answer.messages) > 1
        for argument in prompt.arguments:
            found = await complete(client, {"type": "ref/prompt", "name": prompt.name}, argument.name, "", customer)
            assert found.values, (prompt.name, argument.name)
        if any(a.required for a in prompt.arguments):
            assert await code_of(client.get_prompt(prompt.name, {})) == -32602


async def session(mode, version):
    async with Client(SERVER, mode=mode, read_timeout_seconds=60) as client:
        assert client.protocol_version == version, client.protocol_version
        listed = await client.call_tool("list_customers", {"limit": 1, "sort": "updated"})
        customer = listed.structured_content["items"][0]["slug"]
        deals = (await client.call_tool("list_deals", {"limit": 1})).structured_content["items"]
        deal, person = deals[0]["id"], deals[0]["owner"]
        assert all(tool.annotations.read_only_hint for tool in await pages(client.list_tools, "tools"))
        await tools(client, customer, deal, person)
        await resources(client, customer, deal, mode)
        await prompts(client, customer, deal, person)
        assert await code_of(client.call_tool("no_such_tool", {})) == -32602
        assert await code_of(client.list_tools(cursor="bogus")) == -32602
        assert await code_of(client.list_resources(cursor="bogus")) == -32602
        many = await asyncio.gather(*(client.call_tool("search_workspace", {"query": "a"}) for _ in range(50)))
        assert not any(result.is_error for result in many)


class Wire:
    """One process, line by line."""

    def __init__(self):
        self.process = subprocess.Popen(COMMAND, stdin=-1, stdout=-1, stderr=subprocess.DEVNULL)
        self.count = 0

    def raw(self, line):
        self.process.stdin.write((line if isinstance(line, bytes) else line.encode()) + b"\n")
        self.process.stdin.flush()

    def read(self):
        return json.loads(self.process.stdout.readline())

    def send(self, method, params=None, version="2026-07-28"):
        self.count += 1
        params = dict(params or {})
        if version == "2026-07-28":
            params["_meta"] = {**ENVELOPE, **params.get("_meta", {})}
        self.raw(json.dumps({"jsonrpc": "2.0", "id": self.count, "method": method, "params": params}))
        return self.count

    def rpc(self, method, params=None, version="2026-07-28"):
        number = self.send(method, params, version)
        while "id" not in (message := self.read()):
            methods.parse_server_notification(message["method"], version, message.get("params"))
        assert message["id"] == number and ("result" in message) != ("error" in message), message
        if "result" in message:
            methods.validate_server_result(method, version, message["result"])
        return message

    def close(self):
        self.process.stdin.close()
        assert self.process.wait(5) == 0


LISTS = ("tools/list", "resources/list", "resources/templates/list", "prompts/list")


def wire():
    line = Wire()
    line.rpc("server/discover")
    for method in LISTS:
        line.rpc(method)
    assert len(json.dumps(line.rpc("tools/list")["result"]["tools"], separators=(",", ":"))) <= 14 * 1024
    for tool in line.rpc("tools/list")["result"]["tools"]:
        assert len(tool["description"]) <= 300, tool["name"]
    assert line.rpc("ping")["error"]["code"] == -32601
    assert line.rpc("no/such")["error"]["code"] == -32601
    for text, code in (
        ("{oops", -32700), ("[]", -32600), ('[{"jsonrpc":"2.0","id":1,"method":"ping"}]', -32600), ("7", -32600),
        ('{"jsonrpc":"2.0","id":null,"method":"ping"}', -32600), ('{"jsonrpc":"2.0","id":1.5,"method":"ping"}', -32600),
        ('{"jsonrpc":"1.0","id":5,"method":"ping"}', -32600), (b'{"a":"\xff"}', -32700), ('{"a":' * 500, -32700),
        (b"\x00\x01\x02", -32700), ('{"jsonrpc":"2.0","id":5,"method":"tools/list","params":[]}', -32602),
        ('{"jsonrpc":"2.0","id":5,"method":"tools/list"}', -32602),
    ):
        line.raw(text)
        assert line.read()["error"]["code"] == code, text
    for text in (
        "", "  ", "\r", '{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":99}}',
        '{"jsonrpc":"2.0","method":"no/such"}', '{"jsonrpc":"2.0","id":3,"result":{}}', "{}",
    ):
        line.raw(text)
    refused = line.rpc("tools/list", {"_meta": {PREFIX + "protocolVersion": "1999-01-01"}})
    assert refused["error"]["data"] == {"supported": ["2026-07-28"], "requested": "1999-01-01"}
    # Ids come back with the type that they had.
    for number in ('"7"', "7", "123456789012345678901234567890"):
        line.raw('{"jsonrpc":"2.0","id":%s,"method":"tools/list","params":{"_meta":%s}}' % (number, json.dumps(ENVELOPE)))
        assert json.dumps(line.read()["id"]) == number
    # A long argument is an answer, a message beyond the limit an error; the line after it is read.
    long = line.rpc("tools/call", {"name": "search_workspace", "arguments": {"query": "x" * 300_000}})
    assert long["result"]["isError"]
    line.raw(b'{"x":"' + b"y" * (9 * 1024 * 1024) + b'"}')
    assert line.read()["error"]["code"] == -32600
    # Many at once, in any order, each once.
    wanted = {line.send("tools/call", {"name": "search_workspace", "arguments": {"query": "deal"}}) for _ in range(200)}
    got = [line.read()["id"] for _ in range(200)]
    assert sorted(got) == sorted(wanted)
    # A cancelled call is answered by nobody, or was answered before; everything after it is.
    sent = line.send("tools/call", {"name": "validate_agents", "arguments": {}})
    line.raw(json.dumps({"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": sent}}))
    after = line.send("tools/list")
    answers = [line.read()["id"]]
    while answers[-1] != after:
        answers.append(line.read()["id"])
    time.sleep(0.3)
    assert line.rpc("prompts/list")["result"]["prompts"]
    listen = line.send("subscriptions/listen", {"notifications": {"toolsListChanged": True}})
    assert line.read()["params"]["_meta"][PREFIX + "subscriptionId"] == listen
    line.process.stdin.close()
    ended = json.loads(line.process.stdout.readline())
    assert ended["id"] == listen and ended["result"]["resultType"] == "complete"
    assert line.process.wait(5) == 0
    for version in ("2025-06-18", "2025-11-25", "2025-03-26", "2024-11-05"):
        line = Wire()
        hello = {"protocolVersion": version, "capabilities": {}, "clientInfo": {"name": "t", "version": "0"}}
        assert line.rpc("initialize", hello, version)["result"]["protocolVersion"] == version
        line.raw('{"jsonrpc":"2.0","method":"notifications/initialized"}')
        for method in ("ping", *LISTS):
            line.rpc(method, {}, version)
        # The other era on the same connection.
        line.rpc("server/discover")
        line.close()


def sees_commits():
    """A commit made while the server runs is in the next answer."""
    line = Wire()
    ask = ("tools/call", {"name": "search_workspace", "arguments": {"query": "zyxwvut"}})
    assert line.rpc(*ask)["result"]["structuredContent"]["total"] == 0
    path = WORKSPACE + "/customers/zyxwvut/profile.md"
    subprocess.run(["mkdir", "-p", path.rsplit("/", 1)[0]], check=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write("---\nname: Zyxwvut\n---\n")
    for command in (["add", path], ["-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-qm", "One more"]):
        subprocess.run(["git", "-C", WORKSPACE, *command], check=True)
    assert line.rpc(*ask)["result"]["structuredContent"]["total"] == 1
    line.close()


for mode, version in (("auto", "2026-07-28"), ("legacy", "2025-11-25"), ("2026-07-28", "2026-07-28")):
    asyncio.run(session(mode, version))
    print("mode", mode)
wire()
print("wire")
sees_commits()
print("commits")
