using System.Threading.Channels;
using Gilde.Web.Events;

namespace Gilde.Web.Web.Live;

/// <summary>One open page of a member. Holds events, not what is drawn from them, so that an idle one costs next to nothing.</summary>
/// <param name="post">The post whose page it is.</param>
public sealed class LiveStream(Viewer viewer, long? post = null)
{
    /// <summary>A page that lags behind by so much is let go: it comes back and catches up from the log.</summary>
    public const int MaxWaiting = 100;

    private readonly Channel<Event> waiting = Channel.CreateBounded<Event>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    /// <summary>Never disposed: whoever looked at the open streams may still end one that has closed, and it holds nothing but memory.</summary>
    private readonly CancellationTokenSource ended = new();

    public Viewer Viewer => viewer;
    public long? Post => post;
    public ChannelReader<Event> Waiting => waiting.Reader;
    public CancellationToken Ended => ended.Token;
    /// <summary>Ended because the member opened more pages than one may; it is to come back late.</summary>
    public bool IsOneTooMany { get; private set; }

    public void Offer(Event e)
    {
        if (!waiting.Writer.TryWrite(e)) End();
    }

    public void End(bool oneTooMany = false)
    {
        IsOneTooMany |= oneTooMany;
        ended.CancelAsync();
    }
}
