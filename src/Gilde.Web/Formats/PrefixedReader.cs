namespace Gilde.Web.Formats;

/// <summary>Puts text that was read to look ahead back in front of the rest.</summary>
internal sealed class PrefixedReader(string start, StreamReader rest) : TextReader
{
    private int _next;

    public override int Peek() => _next < start.Length ? start[_next] : rest.Peek();

    public override int Read() => _next < start.Length ? start[_next++] : rest.Read();

    public override int Read(Span<char> buffer)
    {
        if (_next == start.Length)
            return rest.Read(buffer);
        var count = Math.Min(buffer.Length, start.Length - _next);
        start.AsSpan(_next, count).CopyTo(buffer);
        _next += count;
        return count;
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            rest.Dispose();
        base.Dispose(disposing);
    }
}
