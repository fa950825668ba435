package dev.webnn4j.js.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An HTTP server on the loopback: {@code /away} redirects to another host, all else is served. */
final class TinyServer implements AutoCloseable {
  private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

  TinyServer() throws IOException {
    Thread.ofVirtual().start(this::serve);
  }

  String host() {
    return socket.getInetAddress().getHostAddress();
  }

  String origin() {
    return "http://" + host() + ":" + socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        answer(client);
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private static void answer(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    String request = in.readLine();
    for (String line = in.readLine(); line != null && !line.isEmpty(); ) {
      line = in.readLine();
    }
    String head =
        request.startsWith("GET /away ")
            ? "302 Found\r\nLocation: http://elsewhere.invalid/"
            : "200 OK";
    String text = "HTTP/1.1 " + head + "\r\nContent-Length: 6\r\nConnection: close\r\n\r\nserved";
    client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
