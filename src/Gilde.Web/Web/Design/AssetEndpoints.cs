using System.Collections.Frozen;

namespace Gilde.Web.Web.Design;

/// <summary>Serves the bundled files from memory, compressed as build.mjs left them. Their names carry a hash, so they never change.</summary>
public static class AssetEndpoints
{
    private sealed record Asset(byte[] Plain, byte[]? Brotli, byte[]? Gzip, string Type, string Caching);

    public static void MapAssets(this WebApplication app)
    {
        var folder = Path.Combine(app.Environment.WebRootPath ?? Path.Combine(app.Environment.ContentRootPath, "wwwroot"), "assets");
        Bundle.Read(folder);
        var assets = Load(folder);
        app.For(Access.Machines).Get("/assets/{name}", (string name, HttpContext http) =>
            assets.TryGetValue(name, out var asset) ? Send(asset, http) : Results.NotFound());
    }

    private static FrozenDictionary<string, Asset> Load(string folder) =>
        Directory.EnumerateFiles(folder).Where(file => TypeOf(file) is not null).ToFrozenDictionary(file => Path.GetFileName(file), file => new Asset(
            File.ReadAllBytes(file), ReadIfThere(file + ".br"), ReadIfThere(file + ".gz"), TypeOf(file)!, IsHashed(file) ? "public, max-age=31536000, immutable" : "public, max-age=86400"));

    private static IResult Send(Asset asset, HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = asset.Caching;
        if (asset.Brotli is null) return Results.Bytes(asset.Plain, asset.Type);

        headers.Vary = "Accept-Encoding";
        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        if (accepted.Contains("br", StringComparison.Ordinal)) return Encoded(asset.Brotli, "br");
        if (asset.Gzip is not null && accepted.Contains("gzip", StringComparison.Ordinal)) return Encoded(asset.Gzip, "gzip");
        return Results.Bytes(asset.Plain, asset.Type);

        IResult Encoded(byte[] bytes, string encoding)
        {
            headers.ContentEncoding = encoding;
            return Results.Bytes(bytes, asset.Type);
        }
    }

    private static bool IsHashed(string file) => Path.GetFileNameWithoutExtension(file).Contains('-') && !file.EndsWith(".png", StringComparison.Ordinal);

    private static byte[]? ReadIfThere(string file) => File.Exists(file) ? File.ReadAllBytes(file) : null;

    private static string? TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        ".png" => "image/png",
        ".map" => "application/json",
        _ => null,
    };
}
