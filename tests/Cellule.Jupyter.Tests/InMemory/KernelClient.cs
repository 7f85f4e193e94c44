using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Cellule.Jupyter.Kernel;
using Cellule.Jupyter.Wire;
using Cellule.Notebooks.Display;

namespace Cellule.Jupyter.Tests.InMemory;

/// <summary>A message that the kernel sent, as a client reads it.</summary>
internal sealed record SentMessage(KernelChannel Channel, string Type, string ParentId, JsonObject Content, JsonObject Header, IReadOnlyList<byte[]> Frames);

/// <summary>A kernel over memory with the client that drives it; the client signs and checks signatures itself.</summary>
internal sealed class KernelClient : IAsyncDisposable
{
    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly byte[] _key;
    private readonly CancellationTokenSource _stop = new();
    private int _messages;

    /// <summary><paramref name="waitForSubscriber"/>: how long the kernel holds the first request when nobody has subscribed.</summary>
    public KernelClient(string key = "a key", Action<CommTargets>? comms = null, TimeSpan waitForSubscriber = default)
    {
        _key = Encoding.UTF8.GetBytes(key);
        var targets = new CommTargets();
        comms?.Invoke(targets);
        var kernel = new JupyterKernel(
            new KernelOptions
            {
                CreateInterpreter = () => new ScriptedInterpreter(),
                Formatter = new DisplayFormatter(new DisplayFormats()),
                Implementation = "scripted",
                ImplementationVersion = "1.0",
                Banner = "scripted cells",
                Log = Dropped.Enqueue,
            },
            Transport,
            _key,
            new(1, 2, 3, 4, 5),
            targets,
            waitForSubscriber);
        Ended = kernel.RunAsync(_stop.Token);
    }

    public MemoryTransport Transport { get; } = new();

    public ConcurrentQueue<string> Dropped { get; } = new();

    public Task Ended { get; }

    public string Session { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Sends a request and returns its id.</summary>
    public string Send(string type, JsonObject content, KernelChannel channel = KernelChannel.Shell)
    {
        var id = $"{Session}_{Interlocked.Increment(ref _messages)}";
        Transport.Receive(channel, Frames(id, type, content.ToJsonString()));
        return id;
    }

    /// <summary>A signed message's frames, for tests that then spoil them.</summary>
    public List<byte[]> Frames(string id, string type, string content)
    {
        var header = new JsonObject
        {
            ["msg_id"] = id,
            ["session"] = Session,
            ["username"] = "tester",
            ["date"] = "2025-01-01T00:00:00Z",
            ["msg_type"] = type,
            ["version"] = "5.4",
        };
        byte[][] parts = [Encoding.UTF8.GetBytes(header.ToJsonString()), "{}"u8.ToArray(), "{}"u8.ToArray(), Encoding.UTF8.GetBytes(content)];
        return ["client"u8.ToArray(), Delimiter, Sign(parts), .. parts];
    }

    /// <summary>The same frames with the signature that fits them.</summary>
    public List<byte[]> Resign(List<byte[]> frames) => [.. frames[..2], Sign([.. frames[3..7]]), .. frames[3..]];

    /// <summary>What the kernel sends from here on, up to and with the first message that ends it.</summary>
    public async Task<List<SentMessage>> UntilAsync(Func<SentMessage, bool> last)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var messages = new List<SentMessage>();
        do
        {
            messages.Add(Parse(await Transport.Sent.ReadAsync(patience.Token)));
        }
        while (!last(messages[^1]));
        return messages;
    }

    /// <summary>Sends a request and returns all that the kernel sends until it is idle again.</summary>
    public Task<List<SentMessage>> AskAsync(string type, JsonObject content, KernelChannel channel = KernelChannel.Shell)
    {
        var id = Send(type, content, channel);
        return UntilAsync(message => IsIdle(message, id));
    }

    public Task<List<SentMessage>> ExecuteAsync(string code) => AskAsync("execute_request", Execute(code));

    public static JsonObject Execute(string code) => new() { ["code"] = code, ["silent"] = false, ["store_history"] = true, ["allow_stdin"] = true };

    public static bool IsIdle(SentMessage message, string parent) =>
        message.Type == "status" && message.ParentId == parent && (string?)message.Content["execution_state"] == "idle";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Ended;
        _stop.Dispose();
    }

    private SentMessage Parse((KernelChannel Channel, IReadOnlyList<byte[]> Frames) sent)
    {
        var delimiter = sent.Frames.ToList().FindIndex(frame => frame.AsSpan().SequenceEqual(Delimiter));
        var parts = sent.Frames.Skip(delimiter + 2).ToArray();
        Assert.Equal(Encoding.ASCII.GetString(Sign(parts)), Encoding.ASCII.GetString(sent.Frames[delimiter + 1]));
        var header = Json(parts[0]);
        return new SentMessage(
            sent.Channel, (string)header["msg_type"]!, (string?)Json(parts[1])["msg_id"] ?? "", Json(parts[3]), header, sent.Frames);
    }

    private byte[] Sign(byte[][] parts) =>
        _key.Length == 0 ? [] : Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(_key, parts.SelectMany(part => part).ToArray())));

    private static JsonObject Json(byte[] frame) => (JsonObject)JsonNode.Parse(frame)!;
}
