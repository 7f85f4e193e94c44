using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Cellule.Jupyter.Kernel;
using Cellule.Jupyter.Tests.InMemory;
using Cellule.Jupyter.Wire;
using Cellule.Notebooks.Display;
using NetMQ;
using NetMQ.Sockets;

namespace Cellule.Jupyter.Tests;

/// <summary>The kernel over real sockets: where it listens, and what clients that misbehave can do to it.</summary>
public sealed class SocketTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly ConnectionFile _connection = Connection();
    private readonly CancellationTokenSource _stop = new();
    private readonly System.Collections.Concurrent.ConcurrentBag<string> _log = [];
    private NetMqTransport? _transport;
    private Task _kernel = Task.CompletedTask;

    public ValueTask InitializeAsync()
    {
        _transport = new NetMqTransport(_connection, patience: TimeSpan.FromSeconds(2));
        var kernel = new JupyterKernel(
            new KernelOptions
            {
                CreateInterpreter = () => new ScriptedInterpreter(),
                Formatter = new DisplayFormatter(new DisplayFormats()),
                Implementation = "scripted",
                ImplementationVersion = "1",
                Banner = "",
                Log = _log.Add,
            },
            _transport,
            _connection.Key,
            new(1, 2, 3, 4, 5),
            new CommTargets(),
            waitForSubscriber: TimeSpan.Zero);
        _kernel = kernel.RunAsync(_stop.Token);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _kernel;
        _transport!.Dispose();
        _stop.Dispose();
    }

    [Fact]
    public void The_heartbeat_echoes_what_it_gets()
    {
        using var heart = new RequestSocket($">tcp://127.0.0.1:{_connection.HeartbeatPort}");
        heart.SendFrame("ping");
        Assert.True(heart.TryReceiveFrameString(Patience, out var beat));
        Assert.Equal("ping", beat);
    }

    [Fact]
    public void The_heartbeat_answers_while_a_cell_runs()
    {
        using var client = new DealerSocket($">tcp://127.0.0.1:{_connection.ShellPort}");
        Send(client, "execute_request", """{"code":"sleep"}""");
        The_heartbeat_echoes_what_it_gets();
    }

    [Fact]
    public void It_listens_only_where_the_file_says()
    {
        var listening = System.Net.NetworkInformation.IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
        foreach (var port in new[] { _connection.ShellPort, _connection.ControlPort, _connection.StdinPort, _connection.IOPubPort, _connection.HeartbeatPort })
        {
            Assert.Equal([IPAddress.Loopback], listening.Where(end => end.Port == port).Select(end => end.Address));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("\xff\x00\x00\x00\x00\x00\x00\x00\x01\x7f")]
    [InlineData("\x01\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff")]
    public async Task Bytes_that_are_no_protocol_harm_nobody_else(string bytes)
    {
        foreach (var port in new[] { _connection.ShellPort, _connection.IOPubPort, _connection.HeartbeatPort })
        {
            using var stranger = new TcpClient();
            await stranger.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
            await stranger.GetStream().WriteAsync(Encoding.Latin1.GetBytes(bytes), TestContext.Current.CancellationToken);
        }

        Assert.Equal("ok", Answer());
    }

    [Fact]
    public void A_client_that_vanishes_while_its_cell_runs_harms_nobody_else()
    {
        for (var i = 0; i < 20; i++)
        {
            using var client = new DealerSocket($">tcp://127.0.0.1:{_connection.ShellPort}");
            client.Options.Linger = Patience;
            Send(client, "execute_request", """{"code":"flood 1000000"}""");
        }

        Assert.Equal("ok", Answer());
    }

    [Fact]
    public void A_subscriber_that_reads_nothing_costs_little_memory_and_is_told_what_it_missed()
    {
        using var lazy = new SubscriberSocket();
        lazy.Options.ReceiveHighWatermark = 1;
        lazy.Options.ReceiveBuffer = 1 << 16;
        lazy.Connect($"tcp://127.0.0.1:{_connection.IOPubPort}");
        lazy.SubscribeToAnyTopic();
        Assert.True(lazy.TryReceiveFrameBytes(Patience, out _), "the subscription is not welcomed");
        Assert.Equal("ok", Answer("flood 200000000", TimeSpan.FromSeconds(60)));
        Assert.InRange(DeliveryMeter.Instance.Bytes, 1 << 20, 24 << 20);
        Assert.Contains(_log, line => line.Contains("output is left out", StringComparison.Ordinal));

        // It reads at last: all that was kept, and then how much is missing.
        var deadline = DateTime.UtcNow + TimeSpan.FromSeconds(30);
        var told = false;
        while (!told && DateTime.UtcNow < deadline && lazy.TryReceiveFrameString(Patience, out var frame))
        {
            told = frame.Contains("pieces of output are missing here", StringComparison.Ordinal);
        }

        Assert.True(told, "nothing says that output is missing");
        Assert.Equal("ok", Answer());
    }

    [Fact]
    public void A_slow_subscriber_misses_nothing()
    {
        using var slow = new SubscriberSocket($">tcp://127.0.0.1:{_connection.IOPubPort}");
        slow.Options.ReceiveHighWatermark = 1;
        slow.SubscribeToAnyTopic();
        Assert.True(slow.TryReceiveFrameBytes(Patience, out _), "the subscription is not welcomed");
        using var client = new DealerSocket($">tcp://127.0.0.1:{_connection.ShellPort}");
        Send(client, "execute_request", """{"code":"flood 30000000"}""");
        // Lines of 99 characters and their ends.
        var length = 0L;
        while (length < 29_700_000 && slow.TryReceiveFrameString(Patience, out var frame))
        {
            length += frame.Count(c => c == 'x');
            if (frame.Length > 100_000 && length < 10_000_000)
            {
                Thread.Sleep(20);
            }
        }

        Assert.InRange(length, 29_700_000, 29_701_000);
    }

    [Fact]
    public void Large_and_many_frames_are_answered_or_dropped()
    {
        using var client = new DealerSocket($">tcp://127.0.0.1:{_connection.ShellPort}");
        client.SendFrame(new byte[32 << 20]);
        var many = new NetMQMessage();
        for (var i = 0; i < 50_000; i++)
        {
            many.AppendEmptyFrame();
        }

        client.SendMultipartMessage(many);
        Assert.Equal("ok", Answer($"put {new string('x', 8 << 20)}"));
    }

    private string? Answer(string code = "42", TimeSpan? patience = null)
    {
        using var client = new DealerSocket($">tcp://127.0.0.1:{_connection.ShellPort}");
        Send(client, "execute_request", new JsonObject { ["code"] = code }.ToJsonString());
        NetMQMessage? reply = null;
        Assert.True(client.TryReceiveMultipartMessage(patience ?? Patience, ref reply), "no answer in time");
        return (string?)JsonNode.Parse(reply![5].ToByteArray())!["status"];
    }

    private void Send(DealerSocket socket, string type, string content)
    {
        byte[][] parts =
        [
            Encoding.UTF8.GetBytes($$"""{"msg_id":"{{Guid.NewGuid()}}","session":"s","msg_type":"{{type}}"}"""), "{}"u8.ToArray(), "{}"u8.ToArray(), Encoding.UTF8.GetBytes(content),
        ];
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(_connection.Key, parts.SelectMany(part => part).ToArray()));
        socket.SendMoreFrame("<IDS|MSG>").SendMoreFrame(signature).SendMoreFrame(parts[0]).SendMoreFrame(parts[1]).SendMoreFrame(parts[2]).SendFrame(parts[3]);
    }

    private static ConnectionFile Connection()
    {
        var listeners = Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.ConvertAll(listener => ((IPEndPoint)listener.LocalEndpoint).Port);
        listeners.ForEach(listener => listener.Stop());
        return new ConnectionFile
        {
            Ip = "127.0.0.1",
            ShellPort = ports[0],
            IOPubPort = ports[1],
            StdinPort = ports[2],
            ControlPort = ports[3],
            HeartbeatPort = ports[4],
            Key = "a key"u8.ToArray(),
        };
    }
}
