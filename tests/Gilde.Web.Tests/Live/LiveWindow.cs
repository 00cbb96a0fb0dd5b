using System.Collections.Concurrent;

namespace Gilde.Web.Tests.Live;

/// <summary>A page's live stream as a browser follows it.</summary>
internal sealed class LiveWindow : IAsyncDisposable
{
    private readonly HttpResponseMessage response;
    private readonly CancellationTokenSource closed = new();
    private readonly ConcurrentQueue<string> lines = new();
    private readonly Task reading;

    private LiveWindow(HttpResponseMessage response)
    {
        this.response = response;
        reading = Read();
    }

    public HttpStatusCode Status => response.StatusCode;
    public bool HasEnded => reading.IsCompleted;
    public string Text => string.Join('\n', Whole);
    public string LastId => Whole.Last(l => l.StartsWith("id: ", StringComparison.Ordinal))[4..];

    /// <summary>The lines of whole messages: a message counts from its empty line on, as a browser takes it.</summary>
    private IEnumerable<string> Whole => lines.ToArray() is var all ? all.Take(Array.LastIndexOf(all, "") + 1) : [];

    /// <summary>Opens the stream; it is sure to follow once this returns.</summary>
    /// <param name="page">The page whose stream it is, or null for one from now on.</param>
    public static async Task<LiveWindow> Open(HttpClient client, string? page = null)
    {
        var address = page is null ? "/live" : (await client.Page(page)).QuerySelector("turbo-stream-source")!.GetAttribute("src")!;
        return await Follow(client, address);
    }

    public static async Task<LiveWindow> Follow(HttpClient client, string address, string? lastId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (lastId is not null) request.Headers.Add("Last-Event-ID", lastId);
        var window = new LiveWindow(await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead));
        if (window.Status == HttpStatusCode.OK) await Eventually.Is(() => Task.FromResult(window.Whole.Any()), "the stream to open");
        return window;
    }

    public Task Shows(string text, int seconds = 30) => Eventually.Is(() => Task.FromResult(Text.Contains(text, StringComparison.Ordinal)), $"“{text}” in\n{Text}", seconds);

    public Task Ends() => Eventually.Is(() => Task.FromResult(HasEnded), "the stream to end");

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        response.Dispose();
        await reading;
        closed.Dispose();
    }

    private async Task Read()
    {
        try
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(closed.Token));
            while (await reader.ReadLineAsync(closed.Token) is { } line) lines.Enqueue(line);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or HttpRequestException or ObjectDisposedException)
        {
            // Closed from either side.
        }
    }
}
