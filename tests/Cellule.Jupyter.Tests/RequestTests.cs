using System.Text.Json.Nodes;
using Cellule.Jupyter.Tests.InMemory;
using Cellule.Jupyter.Wire;

namespace Cellule.Jupyter.Tests;

/// <summary>Each request of the protocol over a kernel in memory: what comes back, in which order, with which parent.</summary>
public sealed class RequestTests
{
    [Theory]
    // request, content, what the kernel sends between busy and idle, as type or type:field=value
    [InlineData("kernel_info_request", "{}", "kernel_info_reply:protocol_version=5.4")]
    [InlineData("connect_request", "{}", "connect_reply:iopub_port=2")]
    [InlineData("execute_request", """{"code":"42"}""", "execute_input:code=42", "execute_result:execution_count=1", "execute_reply:status=ok")]
    [InlineData("execute_request", """{"code":"print a"}""", "execute_input", "stream:text=a\n", "execute_reply:status=ok")]
    [InlineData("execute_request", """{"code":"put a\nput b\nwarn c\nput d"}""", "execute_input", "stream:text=ab", "stream:name=stderr", "stream:text=d", "execute_reply")]
    [InlineData("execute_request", """{"code":"put 1\nshow x\nput 2\nupdate y\nclear wait"}""", "execute_input", "stream:text=1", "display_data", "stream:text=2", "update_display_data", "clear_output:wait=true", "execute_reply")]
    [InlineData("execute_request", """{"code":"put a\nthrow no"}""", "execute_input", "stream:text=a", "error:ename=InvalidOperationException", "execute_reply:evalue=no")]
    [InlineData("execute_request", """{"code":"reject unknown"}""", "execute_input", "error:ename=CS0103", "execute_reply:status=error")]
    [InlineData("execute_request", """{"code":"put a\n42","silent":true}""", "execute_reply:execution_count=0")]
    [InlineData("execute_request", """{"code":"42","store_history":false}""", "execute_input:execution_count=0", "execute_result", "execute_reply")]
    [InlineData("execute_request", """{"code":"print?"}""", "execute_input", "execute_reply:status=ok")]
    [InlineData("execute_request", """{"code":"?nothing.known"}""", "execute_input", "error:ename=NotFound", "execute_reply:status=error")]
    [InlineData("execute_request", """{"code":42}""", "execute_reply:status=error")]
    [InlineData("execute_request", """{}""", "execute_reply:ename=BadRequest")]
    [InlineData("execute_request", """[]""", "execute_reply:ename=BadRequest")]
    [InlineData("execute_request", """null""", "execute_reply:ename=BadRequest")]
    [InlineData("complete_request", """{"code":"p","cursor_pos":1}""", "complete_reply:cursor_end=1")]
    [InlineData("complete_request", """{"code":"p","cursor_pos":-5}""", "complete_reply:status=ok")]
    [InlineData("complete_request", """{"code":"p","cursor_pos":99999}""", "complete_reply:cursor_end=1")]
    [InlineData("inspect_request", """{"code":"print","cursor_pos":2,"detail_level":0}""", "inspect_reply:found=true")]
    [InlineData("inspect_request", """{"code":"nothing","cursor_pos":2,"detail_level":1}""", "inspect_reply:found=false")]
    [InlineData("is_complete_request", """{"code":"1"}""", "is_complete_reply:status=complete")]
    [InlineData("is_complete_request", """{"code":"if {"}""", "is_complete_reply:indent=    ")]
    [InlineData("is_complete_request", """{"code":"}"}""", "is_complete_reply:status=invalid")]
    [InlineData("history_request", """{"output":false,"raw":true,"hist_access_type":"tail","n":3}""", "history_reply:status=ok")]
    [InlineData("comm_info_request", "{}", "comm_info_reply:status=ok")]
    [InlineData("comm_open", """{"comm_id":"c","target_name":"unknown","data":{}}""", "comm_close:comm_id=c")]
    [InlineData("comm_msg", """{"comm_id":"unknown","data":{}}""")]
    [InlineData("comm_close", """{"comm_id":"unknown","data":{}}""")]
    [InlineData("interrupt_request", "{}", "interrupt_reply:status=ok")]
    [InlineData("unheard_of_request", "{}", "unheard_of_reply:status=error")]
    [InlineData("unheard_of", "{}")]
    public async Task A_request_is_answered_between_busy_and_idle(string type, string content, params string[] expected)
    {
        await using var client = new KernelClient();
        client.Transport.Receive(KernelChannel.Shell, client.Frames("the-id", type, content));
        var messages = await client.UntilAsync(message => KernelClient.IsIdle(message, "the-id"));

        Assert.Equal("starting", (string?)messages[0].Content["execution_state"]);
        Assert.Equal("busy", (string?)messages[1].Content["execution_state"]);
        Assert.Equal(expected.Select(line => line.Split(':')[0]), messages[2..^1].Select(message => message.Type));
        Assert.All(messages[1..], message => Assert.Equal("the-id", message.ParentId));
        foreach (var (line, message) in expected.Zip(messages[2..^1]))
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
            {
                var pair = line[(colon + 1)..].Split('=', 2);
                Assert.Equal(pair[1], message.Content[pair[0]]!.ToString());
            }
        }
    }

    [Fact]
    public async Task The_first_request_is_held_until_somebody_can_hear_that_it_was_served()
    {
        await using var client = new KernelClient(waitForSubscriber: TimeSpan.FromSeconds(20));
        var id = client.Send("kernel_info_request", []);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        client.Transport.Subscribe([]);
        var types = (await client.UntilAsync(message => KernelClient.IsIdle(message, id))).Select(message => message.Type);
        Assert.Equal(["status", "iopub_welcome", "status", "kernel_info_reply", "status"], types);
    }

    [Fact]
    public async Task A_client_that_never_subscribes_is_answered_all_the_same()
    {
        await using var client = new KernelClient(waitForSubscriber: TimeSpan.FromMilliseconds(20));
        var messages = await client.AskAsync("kernel_info_request", []);
        Assert.Contains(messages, message => message.Type == "kernel_info_reply");
    }

    [Fact]
    public async Task Replies_go_to_the_client_that_asked_and_output_to_all()
    {
        await using var client = new KernelClient();
        var messages = await client.ExecuteAsync("42");
        var reply = Assert.Single(messages, message => message.Channel == KernelChannel.Shell);
        Assert.Equal("client"u8.ToArray(), reply.Frames[0]);
        Assert.Contains("execute_result", System.Text.Encoding.UTF8.GetString(messages.Single(message => message.Type == "execute_result").Frames[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_cell_fells_those_queued_behind_it_and_no_later_one()
    {
        await using var client = new KernelClient();
        var first = client.Send("execute_request", KernelClient.Execute("sleep"));
        await client.UntilAsync(message => message.Type == "execute_input");
        var queued = client.Send("execute_request", KernelClient.Execute("1"));
        var asked = client.Send("is_complete_request", new JsonObject { ["code"] = "1" });
        client.Send("interrupt_request", [], KernelChannel.Control);

        var messages = await client.UntilAsync(message => KernelClient.IsIdle(message, asked));
        Assert.Equal("error", Status(messages, first));
        Assert.Equal("aborted", Status(messages, queued));
        Assert.Equal("complete", Status(messages, asked));
        Assert.Equal("ok", (string?)(await client.ExecuteAsync("2")).Single(message => message.Type == "execute_reply").Content["status"]);
    }

    [Fact]
    public async Task Stop_on_error_false_lets_the_queued_cells_run()
    {
        await using var client = new KernelClient();
        var failing = KernelClient.Execute("throw no");
        failing["stop_on_error"] = false;
        client.Send("execute_request", failing);
        var queued = client.Send("execute_request", KernelClient.Execute("1"));
        var messages = await client.UntilAsync(message => KernelClient.IsIdle(message, queued));
        Assert.Equal("ok", Status(messages, queued));
    }

    [Fact]
    public async Task Control_is_served_while_a_cell_runs()
    {
        await using var client = new KernelClient();
        client.Send("execute_request", KernelClient.Execute("sleep"));
        await client.UntilAsync(message => message.Type == "execute_input");
        var messages = await client.AskAsync("kernel_info_request", [], KernelChannel.Control);
        Assert.Equal(KernelChannel.Control, messages.Single(message => message.Type == "kernel_info_reply").Channel);
    }

    [Fact]
    public async Task Shutdown_is_answered_and_ends_the_kernel_whatever_runs()
    {
        await using var client = new KernelClient();
        client.Send("execute_request", KernelClient.Execute("sleep"));
        await client.UntilAsync(message => message.Type == "execute_input");
        client.Send("shutdown_request", new JsonObject { ["restart"] = true }, KernelChannel.Control);
        var messages = await client.UntilAsync(message => message.Type == "shutdown_reply");
        Assert.True((bool)messages[^1].Content["restart"]!);
        await client.Ended.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_cell_asks_the_client_that_ran_it()
    {
        await using var client = new KernelClient();
        var id = client.Send("execute_request", KernelClient.Execute("put before\nask name?"));
        var question = (await client.UntilAsync(message => message.Type == "input_request"))[^1];
        Assert.Equal((KernelChannel.Stdin, id, "name?"), (question.Channel, question.ParentId, (string?)question.Content["prompt"]));

        client.Send("input_reply", new JsonObject { ["value"] = "An" }, KernelChannel.Stdin);
        var messages = await client.UntilAsync(message => KernelClient.IsIdle(message, id));
        Assert.Equal("you said An", (string?)messages.Single(message => message.Type == "stream").Content["text"]);
    }

    [Fact]
    public async Task A_cell_that_may_not_ask_gets_nothing()
    {
        await using var client = new KernelClient();
        var request = KernelClient.Execute("ask name?");
        request["allow_stdin"] = false;
        var messages = await client.AskAsync("execute_request", request);
        Assert.Equal("you said nothing", (string?)messages.Single(message => message.Type == "stream").Content["text"]);
    }

    [Fact]
    public async Task An_interrupt_ends_a_question()
    {
        await using var client = new KernelClient();
        var id = client.Send("execute_request", KernelClient.Execute("ask name?"));
        await client.UntilAsync(message => message.Type == "input_request");
        client.Send("interrupt_request", [], KernelChannel.Control);
        Assert.Equal("error", Status(await client.UntilAsync(message => KernelClient.IsIdle(message, id)), id));
    }

    [Fact]
    public async Task User_expressions_are_evaluated_after_the_cell_and_fail_alone()
    {
        await using var client = new KernelClient();
        var request = KernelClient.Execute("1");
        request["user_expressions"] = new JsonObject { ["good"] = "7", ["bad"] = "throw no" };
        var reply = (await client.AskAsync("execute_request", request)).Single(message => message.Type == "execute_reply").Content;
        Assert.Equal("7", (string?)reply["user_expressions"]!["good"]!["data"]!["text/plain"]);
        Assert.Equal("no", (string?)reply["user_expressions"]!["bad"]!["evalue"]);
    }

    [Fact]
    public async Task A_traceback_counts_cells_as_the_client_does()
    {
        await using var client = new KernelClient();
        var request = KernelClient.Execute("1");
        request["user_expressions"] = new JsonObject { ["a"] = "7", ["b"] = "8" };
        await client.AskAsync("execute_request", request);
        var silent = KernelClient.Execute("2");
        silent["silent"] = true;
        await client.AskAsync("execute_request", silent);
        var reply = (await client.AskAsync("execute_request", KernelClient.Execute("throw no"))).Single(message => message.Type == "execute_reply").Content;
        Assert.Equal(2, (int?)reply["execution_count"]);
        Assert.Equal("   at cell 2, line 1", (string?)reply["traceback"]![1]);
    }

    [Fact]
    public async Task History_is_found_by_tail_range_and_search()
    {
        await using var client = new KernelClient();
        foreach (var code in new[] { "1", "22", "1", "333" })
        {
            await client.ExecuteAsync(code);
        }

        Assert.Equal("""[[1,3,"1"],[1,4,"333"]]""", await HistoryAsync(client, """{"hist_access_type":"tail","n":2}"""));
        Assert.Equal("""[[1,2,["22","22"]]]""", await HistoryAsync(client, """{"hist_access_type":"range","session":0,"start":2,"stop":3,"output":true}"""));
        Assert.Equal("[]", await HistoryAsync(client, """{"hist_access_type":"range","session":7,"start":1,"stop":3}"""));
        Assert.Equal("""[[1,1,"1"],[1,3,"1"]]""", await HistoryAsync(client, """{"hist_access_type":"search","pattern":"1*"}"""));
        Assert.Equal("""[[1,3,"1"]]""", await HistoryAsync(client, """{"hist_access_type":"search","pattern":"?","unique":true}"""));
        Assert.Equal("""[[1,4,"333"]]""", await HistoryAsync(client, """{"hist_access_type":"search","pattern":"*","n":1}"""));
    }

    [Fact]
    public async Task Cursors_count_code_points()
    {
        await using var client = new KernelClient();
        var reply = (await client.AskAsync("complete_request", new JsonObject { ["code"] = "\"😀😀\" p", ["cursor_pos"] = 6 }))
            .Single(message => message.Type == "complete_reply").Content;
        Assert.Equal((5, 6), ((int)reply["cursor_start"]!, (int)reply["cursor_end"]!));
        Assert.Equal("keyword", (string?)reply["metadata"]!["_jupyter_types_experimental"]![0]!["type"]);
    }

    [Fact]
    public async Task A_comm_to_a_known_target_lives_until_it_is_closed()
    {
        await using var client = new KernelClient(comms: targets => targets.Add("echo", data => (JsonObject?)data?.DeepClone()));
        await client.AskAsync("comm_open", new JsonObject { ["comm_id"] = "c", ["target_name"] = "echo", ["data"] = new JsonObject() });
        var answered = await client.AskAsync("comm_msg", new JsonObject { ["comm_id"] = "c", ["data"] = new JsonObject { ["x"] = 1 } });
        Assert.Equal("""{"x":1}""", answered.Single(message => message.Type == "comm_msg").Content["data"]!.ToJsonString());
        Assert.Equal("""{"c":{"target_name":"echo"}}""", await CommsAsync(client));
        await client.AskAsync("comm_close", new JsonObject { ["comm_id"] = "c", ["data"] = new JsonObject() });
        Assert.Equal("{}", await CommsAsync(client));
    }

    [Fact]
    public async Task What_a_cell_s_thread_prints_after_its_end_is_not_lost()
    {
        await using var client = new KernelClient();
        var id = client.Send("execute_request", KernelClient.Execute("later"));
        var late = (await client.UntilAsync(message => message.Type == "stream"))[^1];
        Assert.Equal(("late", id), ((string?)late.Content["text"], late.ParentId));
    }

    [Fact]
    public async Task A_new_subscriber_is_welcomed_under_its_topic()
    {
        await using var client = new KernelClient();
        client.Transport.Subscribe("abc"u8.ToArray());
        var welcome = (await client.UntilAsync(message => message.Type == "iopub_welcome"))[^1];
        Assert.Equal("abc", (string?)welcome.Content["subscription"]);
        Assert.Equal("abc"u8.ToArray(), welcome.Frames[0]);
    }

    private static async Task<string> HistoryAsync(KernelClient client, string request) =>
        (await client.AskAsync("history_request", (JsonObject)JsonNode.Parse(request)!)).Single(message => message.Type == "history_reply").Content["history"]!.ToJsonString();

    private static async Task<string> CommsAsync(KernelClient client) =>
        (await client.AskAsync("comm_info_request", [])).Single(message => message.Type == "comm_info_reply").Content["comms"]!.ToJsonString();

    private static string? Status(IEnumerable<SentMessage> messages, string parent) =>
        (string?)messages.Single(message => message.ParentId == parent && message.Channel == KernelChannel.Shell).Content["status"];
}
