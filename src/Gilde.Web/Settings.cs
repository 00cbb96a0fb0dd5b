using System.Net;

namespace Gilde.Web;

/// <summary>
/// What the operator configures outside the network itself: where data lies, which database, which public address, which mail relay.
/// Read from <c>gilde.json</c> (working folder, then data folder) and from environment variables; the later wins.
/// Documented key by key in docs/self-hosting.md.
/// </summary>
public sealed record Settings
{
    public required string DataFolder { get; init; }
    public required string Database { get; init; }
    public required Uri Address { get; init; }
    public required int Port { get; init; }
    public MailRelay? Relay { get; init; }
    public required string MailFrom { get; init; }
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];
    public string? TelemetryEndpoint { get; init; }
    public bool Development { get; init; }
    /// <summary>Profiles and people searches one member may open a minute; an anonymous address gets a quarter.</summary>
    public int PeoplePerMinute { get; init; } = 240;
    /// <summary>Sign-ins, sign-ups and recoveries one address may try a minute.</summary>
    public int DoorPerMinute { get; init; } = 20;

    /// <summary>Different routes to people that one member may look for a day.</summary>
    public int PathsPerDay { get; init; } = 50;

    /// <summary>Comments that one member may write a minute.</summary>
    public int CommentsPerMinute { get; init; } = 12;

    public bool IsPostgres => !Database.StartsWith("sqlite:", StringComparison.Ordinal);
    public string FilesFolder => Path.Combine(DataFolder, "files");
    public string MailFolder => Path.Combine(DataFolder, "mail");

    /// <summary>Reads the settings; options of the command line come last and win.</summary>
    /// <exception cref="SettingsException">A value cannot be used; the message names its key.</exception>
    public static Settings Load(IReadOnlyDictionary<string, string?>? options = null)
    {
        var environment = Environment.GetEnvironmentVariable("GILDE_DATA");
        var folder = Path.GetFullPath(options?.GetValueOrDefault("data") ?? environment ?? "data");
        var source = Build(folder, options);
        var port = Number(source, "port", 5080, 0, 65535);
        return new Settings
        {
            DataFolder = folder,
            Database = ReadDatabase(source, folder),
            Port = port,
            Address = ReadAddress(source, port),
            Relay = ReadRelay(source),
            MailFrom = source["mail:from"] ?? "gilde@localhost",
            Proxies = ReadProxies(source),
            TelemetryEndpoint = source["telemetry:endpoint"],
            Development = Flag(source, "development"),
            PeoplePerMinute = Number(source, "limits:people", 240, 4, 100_000_000),
            DoorPerMinute = Number(source, "limits:door", 20, 1, 100_000_000),
            PathsPerDay = Number(source, "limits:paths", 50, 1, 100_000_000),
            CommentsPerMinute = Number(source, "limits:comments", 12, 1, 100_000_000),
        };
    }

    private static IConfiguration Build(string folder, IReadOnlyDictionary<string, string?>? options)
    {
        try
        {
            return new ConfigurationBuilder()
                .AddJsonFile(Path.GetFullPath("gilde.json"), optional: true)
                .AddJsonFile(Path.Combine(folder, "gilde.json"), optional: true)
                .AddEnvironmentVariables("GILDE_")
                .AddInMemoryCollection(options ?? new Dictionary<string, string?>())
                .Build();
        }
        catch (InvalidDataException error)
        {
            throw new SettingsException("gilde.json", $"the file is not valid JSON ({error.InnerException?.Message ?? error.Message})");
        }
    }

    private static string ReadDatabase(IConfiguration source, string folder)
    {
        var value = source["database"];
        if (string.IsNullOrWhiteSpace(value)) return $"sqlite:{Path.Combine(folder, "gilde.db")}";
        if (value.StartsWith("sqlite:", StringComparison.Ordinal)) return "sqlite:" + Path.GetFullPath(value["sqlite:".Length..]);
        if (value.Contains("Host=", StringComparison.OrdinalIgnoreCase)) return value;
        throw new SettingsException("database", "expected sqlite:FILE or a PostgreSQL connection string such as Host=…;Database=…;Username=…");
    }

    private static Uri ReadAddress(IConfiguration source, int port)
    {
        var value = source["address"] ?? $"http://localhost:{port}";
        if (Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return address;
        throw new SettingsException("address", $"expected a public address such as https://netz.example.org, got '{value}'");
    }

    private static MailRelay? ReadRelay(IConfiguration source)
    {
        var host = source["mail:relay"];
        return string.IsNullOrWhiteSpace(host)
            ? null
            : new MailRelay(host, Number(source, "mail:port", 587, 1, 65535), source["mail:user"], source["mail:password"], !Flag(source, "mail:plain"));
    }

    private static List<IPAddress> ReadProxies(IConfiguration source)
    {
        var proxies = new List<IPAddress>();
        foreach (var part in (source["proxies"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IPAddress.TryParse(part, out var address)) throw new SettingsException("proxies", $"'{part}' is not an IP address");
            proxies.Add(address);
        }
        return proxies;
    }

    private static int Number(IConfiguration source, string key, int fallback, int min, int max)
    {
        var value = source[key];
        if (string.IsNullOrWhiteSpace(value)) return fallback;
        return int.TryParse(value, out var number) && number >= min && number <= max
            ? number
            : throw new SettingsException(key, $"expected a whole number from {min} to {max}, got '{value}'");
    }

    private static bool Flag(IConfiguration source, string key)
    {
        var value = source[key];
        if (string.IsNullOrWhiteSpace(value)) return false;
        return bool.TryParse(value, out var flag) ? flag : throw new SettingsException(key, $"expected true or false, got '{value}'");
    }
}

/// <summary>The mail server that takes our outgoing mail; STARTTLS unless told otherwise.</summary>
public sealed record MailRelay(string Host, int Port, string? User, string? Password, bool StartTls);

/// <summary>A setting that stops the start; the message names the key.</summary>
public sealed class SettingsException(string key, string reason) : Exception($"Setting '{key}': {reason}.")
{
    public string Key { get; } = key;
}
