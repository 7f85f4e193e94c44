using System.Text;
using System.Text.Json.Nodes;
using Cellule.Jupyter.Tests.InMemory;
using Cellule.Jupyter.Wire;

namespace Cellule.Jupyter.Tests;

/// <summary>What is not a good message is dropped with a reason, and the kernel answers the next one.</summary>
public sealed class HostileInputTests
{
    public static TheoryData<string, string> Spoilings => new()
    {
        { "no frames", "no delimiter" },
        { "no delimiter", "no delimiter" },
        { "only the delimiter", "cut short" },
        { "cut after the header", "cut short" },
        { "unsigned", "not signed" },
        { "wrong signature", "signature is wrong" },
        { "shorter signature", "signature is wrong" },
        { "upper-case signature", "signature is wrong" },
        { "changed content", "signature is wrong" },
        { "changed parent", "signature is wrong" },
        { "random bytes", "no delimiter" },
        { "header is not JSON", "header is not" },
        { "header is a list", "header is not" },
        { "header has a number for msg_id", "header is not" },
        { "header has no msg_type", "names no message" },
        { "header nests without end", "header is not" },
        { "the same again", "sent before" },
    };

    [Theory]
    [MemberData(nameof(Spoilings))]
    public async Task A_bad_message_is_dropped_and_the_kernel_lives(string spoiling, string reason)
    {
        await using var client = new KernelClient();
        foreach (var channel in new[] { KernelChannel.Shell, KernelChannel.Control, KernelChannel.Stdin })
        {
            client.Transport.Receive(channel, Spoil(client, spoiling, channel));
            Assert.Contains(client.Dropped, line => line.Contains(reason, StringComparison.Ordinal) && line.Contains(channel.ToString(), StringComparison.Ordinal));
        }

        Assert.Contains(await client.ExecuteAsync("42"), message => message.Type == "execute_result");
    }

    [Theory]
    [InlineData("""{"code":{"a":[1,2]}}""")]
    [InlineData("""{"code":"1","user_expressions":[1]}""")]
    [InlineData("""{"code":"1","silent":"yes"}""")]
    [InlineData("""{"code":"1",""")]
    [InlineData("not json")]
    [InlineData("")]
    public async Task Wrong_types_and_broken_json_in_the_content_are_answered(string content)
    {
        await using var client = new KernelClient();
        client.Transport.Receive(KernelChannel.Shell, client.Frames("bad", "execute_request", content));
        var messages = await client.UntilAsync(message => KernelClient.IsIdle(message, "bad"));
        Assert.Equal("error", (string?)messages.Single(message => message.Type == "execute_reply").Content["status"]);
        Assert.Contains(await client.ExecuteAsync("42"), message => message.Type == "execute_result");
    }

    [Fact]
    public async Task Thousands_of_requests_at_once_are_all_answered_in_order()
    {
        const int Requests = 5_000;
        await using var client = new KernelClient();
        var ids = Enumerable.Range(0, Requests).Select(i => client.Send(i % 2 == 0 ? "is_complete_request" : "execute_request", new JsonObject { ["code"] = "1" })).ToList();
        var messages = await client.UntilAsync(message => KernelClient.IsIdle(message, ids[^1]));
        Assert.Equal(ids, messages.Where(message => message.Channel == KernelChannel.Shell).Select(message => message.ParentId));
    }

    [Fact]
    public async Task A_cell_that_prints_100_MB_sends_all_of_it_in_few_messages()
    {
        const long Bytes = 100_000_000;
        await using var client = new KernelClient();
        var messages = await client.ExecuteAsync($"flood {Bytes}");
        var streams = messages.Where(message => message.Type == "stream").ToList();
        Assert.Equal(Bytes, streams.Sum(message => ((string)message.Content["text"]!).Length));
        Assert.InRange(streams.Count, 1, 2_000);
    }

    [Fact]
    public async Task Text_is_never_cut_inside_a_character()
    {
        await using var client = new KernelClient();
        var text = "a" + string.Concat(Enumerable.Repeat("😀", 300_000));
        var streams = (await client.ExecuteAsync("put " + text)).Where(message => message.Type == "stream").Select(message => (string)message.Content["text"]!).ToList();
        Assert.Equal(text, string.Concat(streams));
        Assert.All(streams, part => Assert.False(char.IsHighSurrogate(part[^1])));
    }

    [Fact]
    public async Task Half_a_character_is_sent_as_a_replacement_not_as_an_error()
    {
        await using var client = new KernelClient();
        var frames = client.Frames("half", "execute_request", "{\"code\":\"put \\ud83d\"}");
        client.Transport.Receive(KernelChannel.Shell, frames);
        var messages = await client.UntilAsync(message => KernelClient.IsIdle(message, "half"));
        Assert.Single(messages, message => message.Type == "execute_reply");
    }

    [Fact]
    public async Task Without_a_key_nothing_is_signed_and_nothing_checked()
    {
        await using var client = new KernelClient(key: "");
        Assert.Contains(await client.ExecuteAsync("42"), message => message.Type == "execute_result");
    }

    private static List<byte[]> Spoil(KernelClient client, string spoiling, KernelChannel channel)
    {
        var good = client.Frames(Guid.NewGuid().ToString("N"), channel == KernelChannel.Stdin ? "input_reply" : "is_complete_request", """{"code":"1","value":"1"}""");
        List<byte[]> WithHeader(string header)
        {
            // Signed rightly: what is wrong is what was signed.
            var frames = client.Frames("x", "x", "{}");
            return client.Resign([.. frames[..3], Encoding.UTF8.GetBytes(header), .. frames[4..]]);
        }

        switch (spoiling)
        {
            case "no frames":
                return [];
            case "no delimiter":
                good.RemoveAt(1);
                return good;
            case "only the delimiter":
                return good[..2];
            case "cut after the header":
                return good[..4];
            case "unsigned":
                good[2] = [];
                return good;
            case "wrong signature":
                good[2] = Encoding.ASCII.GetBytes(new string('0', 64));
                return good;
            case "shorter signature":
                good[2] = good[2][..32];
                return good;
            case "upper-case signature":
                good[2] = Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(good[2]).ToUpperInvariant());
                return good;
            case "changed content":
                good[6] = """{"code":"2"}"""u8.ToArray();
                return good;
            case "changed parent":
                good[4] = """{"a":1}"""u8.ToArray();
                return good;
            case "random bytes":
                var random = new byte[10_000];
                new Random(1).NextBytes(random);
                return [random, random[..50], random];
            case "header is not JSON":
                return WithHeader($"{{ {channel}");
            case "header is a list":
                return WithHeader($"[\"{channel}\"]");
            case "header has a number for msg_id":
                return WithHeader($$"""{"msg_id":1,"msg_type":"x","session":"{{channel}}"}""");
            case "header has no msg_type":
                return WithHeader($$"""{"msg_id":"{{channel}}"}""");
            case "header nests without end":
                return WithHeader($"{channel}" + new string('[', 100_000));
            default:
                client.Transport.Receive(channel, good);
                return good;
        }
    }
}
