using Gilde.Web.Accounts;
using Gilde.Web.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gilde.Web.Tests.Host;

/// <summary>The real server on a free port with a real database. Shared by tests; each makes the members it needs.</summary>
public sealed class GildeServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private GildeServer(WebApplication app, Settings settings)
    {
        this.app = app;
        Settings = settings;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("[::]", "localhost").Replace("0.0.0.0", "localhost"));
    }

    public Settings Settings { get; }
    public Uri Address { get; }
    public IServiceProvider Services => app.Services;
    public IClock Clock => Services.GetRequiredService<IClock>();

    /// <summary>Starts a server; with <paramref name="setUp"/> the network row is there and open for sign-up.</summary>
    public static async Task<GildeServer> Start(Settings settings, bool setUp = true, Action<IServiceCollection>? adjust = null)
    {
        await Server.Prepare(settings);
        if (setUp)
        {
            await using var db = DataSetup.Open(settings);
            if (!db.Networks.Any())
            {
                db.Add(new Network
                {
                    Name = "Drahtnetz", Trade = "Draht und Rohr", Language = Language.German, Color = "#1f6f5c",
                    Imprint = "Verband Drahtnetz, Altena", Signup = SignupMode.Open, CreatedAt = SystemClock.Instance.GetCurrentInstant(),
                });
                await db.SaveChangesAsync();
            }
        }
        var app = Server.Build(settings, services =>
        {
            // Hundreds of servers tell what they do; only what goes wrong belongs among the results.
            services.Configure<LoggerFilterOptions>(o => o.MinLevel = LogLevel.Error);
            adjust?.Invoke(services);
        });
        await app.StartAsync();
        return new GildeServer(app, settings);
    }

    public static async Task<GildeServer> Start(DatabaseKind kind, bool setUp = true) => await Start(await Databases.New(kind), setUp);

    /// <summary>Work on the database beside the server, for arranging and asserting.</summary>
    public async Task<T> Db<T>(Func<GildeDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<GildeDb>());
    }

    public Task Db(Func<GildeDb, Task> work) => Db(async db => { await work(db); return 0; });

    /// <summary>A browser-like client without JavaScript: keeps cookies, follows redirects only where told.</summary>
    public HttpClient Client(bool follow = false, Language language = Language.English)
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = follow }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("Accept-Language", language.Code());
        return client;
    }

    /// <summary>A new active member with a session.</summary>
    public Task<TestMember> Member(string name = "Anna Berger", Language language = Language.English, MemberRole? role = null) =>
        Db(db => TestMember.Create(db, Client(language: language), name, language, role));

    /// <summary>Ends it in order; what is not done when <paramref name="patience"/> is cancelled is broken off.</summary>
    public Task Stop(CancellationToken patience) => app.StopAsync(patience);

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await Stop(patience.Token);
        await app.DisposeAsync();
        if (Settings.IsPostgres) Npgsql.NpgsqlConnection.ClearPool(new Npgsql.NpgsqlConnection(Settings.Database));
    }
}
