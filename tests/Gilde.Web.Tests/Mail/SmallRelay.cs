using System.Collections.Concurrent;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Gilde.Web.Tests.Mail;

/// <summary>A mail relay as small as it can be: takes mails on a free port, or refuses them while told so. With a certificate it offers STARTTLS and then asks for a login.</summary>
public sealed class SmallRelay : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly X509Certificate2? certificate;
    private readonly Task accepting;

    public SmallRelay(X509Certificate2? certificate = null)
    {
        this.certificate = certificate;
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;
    public ConcurrentQueue<string> Taken { get; } = new();
    /// <summary>All that clients said before the line was encrypted.</summary>
    public ConcurrentQueue<string> SaidInClear { get; } = new();
    public bool Refuses { get; set; }
    public string Password { get; set; } = "richtig";

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private async Task Accept()
    {
        while (!stop.IsCancellationRequested)
        {
            using var client = await listener.AcceptTcpClientAsync(stop.Token);
            try
            {
                await Greet(client);
            }
            catch (Exception error) when (error is IOException or System.Security.Authentication.AuthenticationException)
            {
                // The client hung up; the next one comes.
            }
        }
    }

    private async Task Greet(TcpClient client)
    {
        await using var stream = client.GetStream();
        var talk = new Conversation(stream);
        await talk.Say("220 small relay");
        if (!await Talk(talk, encrypted: false)) return;
        await using var secured = new SslStream(stream);
        await secured.AuthenticateAsServerAsync(certificate!);
        await Talk(new Conversation(secured), encrypted: true);
    }

    /// <summary>True if the client wants to go on encrypted.</summary>
    private async Task<bool> Talk(Conversation talk, bool encrypted)
    {
        var known = certificate is null;
        while (await talk.Hear(stop.Token) is { } line)
        {
            if (!encrypted) SaidInClear.Enqueue(line);
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO": await talk.Say(certificate is null ? "250 small relay" : encrypted ? "250-small relay\r\n250 AUTH LOGIN" : "250-small relay\r\n250 STARTTLS"); break;
                case "STARTTLS": await talk.Say("220 go on"); return true;
                case "AUTH": known = await Login(talk); break;
                case "MAIL" when !known: await talk.Say("530 5.7.0 Authentication required"); break;
                case "RCPT" when Refuses: await talk.Say("550 5.1.1 no such mailbox"); break;
                case "DATA": await Take(talk); break;
                case "QUIT": await talk.Say("221 bye"); return false;
                default: await talk.Say("250 ok"); break;
            }
        }
        return false;
    }

    private async Task<bool> Login(Conversation talk)
    {
        await talk.Say("334 UGFzc3dvcmQ6");
        var right = await talk.Hear(stop.Token) is { } given && Encoding.UTF8.GetString(Convert.FromBase64String(given)) == Password;
        await talk.Say(right ? "235 2.7.0 welcome" : "535 5.7.8 wrong name or password");
        return right;
    }

    private async Task Take(Conversation talk)
    {
        await talk.Say("354 go on");
        var mail = new StringBuilder();
        while (await talk.Hear(stop.Token) is { } line && line != ".") mail.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append('\n');
        Taken.Enqueue(mail.ToString());
        await talk.Say("250 taken");
    }

    /// <summary>Lines to and fro; reads byte by byte, so that nothing of an encrypted start is swallowed.</summary>
    private sealed class Conversation(Stream stream)
    {
        public ValueTask Say(string line) => stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"));

        public async Task<string?> Hear(CancellationToken stop)
        {
            var bytes = new List<byte>();
            var one = new byte[1];
            while (await stream.ReadAsync(one, stop) == 1)
            {
                if (one[0] == '\n') return Encoding.UTF8.GetString([.. bytes]).TrimEnd('\r');
                bytes.Add(one[0]);
            }
            return null;
        }
    }
}
